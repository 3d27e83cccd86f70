#!/usr/bin/env python3
"""What the program's speed is promised to be, and what it is: each figure beside its floor, in turns of one run.

bench.py PROGRAM SIMULATOR PROBE FLOOR: prints the table. Pauses and the looking budget are off.
bench.py --against PROGRAM OTHER SIMULATOR: processor time alone, of both in turns.
bench.py --waits PROGRAM SIMULATOR: what a person waits for at the default pace."""
import contextlib
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from sandbox import Client, Sandbox
from tables import free

ROUNDS = int(os.environ.get("BENCH_ROUNDS", 200))
VENUE, NAME = 99001, "Example Trattoria"
BUSY, BUSY_NAME = 99901, "Busy Trattoria"
LARGE, LARGE_NAME = 99902, "Large Trattoria"
ACCOUNT = {"email": "sam@example.com", "password": "correct horse battery"}
OTHER = "alex@example.com"
KEY = "VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5"
AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"
median = statistics.median


class Table:
    """The rows, printed as they come."""

    LINE = "{:<48} {:>17} {:>17} {:>16} {:>15}  {}"

    def __init__(self):
        self.failed = []
        print(self.LINE.format("work", "floor", "ours", "", "reach", ""))

    def row(self, work, floor, ours, compared, reach, is_met):
        verdict = "met" if is_met else "NOT"
        if not is_met:
            self.failed.append(work)
        print(self.LINE.format(work, floor, ours, compared, reach, verdict), flush=True)

    def aside(self, work, floors, ours):
        """Nothing is promised of it."""
        low, value = median(floors), median(ours)
        print(self.LINE.format(work, f"{low:.2f} ms", f"{value:.2f} ms", f"{value / low:.2f} x, +{value - low:.2f} ms", "", ""), flush=True)

    def ratio(self, work, floors, ours, most, unit="ms"):
        value = median(ours) / median(floors)
        self.row(work, f"{median(floors):.2f} {unit}", f"{median(ours):.2f} {unit}", f"{value:.2f} x", f"<= {most:.2f} x", value <= most)

    def above(self, work, floors, ours, most):
        value = median(ours) - median(floors)
        self.row(work, f"{median(floors):.2f} ms", f"{median(ours):.2f} ms", f"+{value:.2f} ms", f"<= +{most:g} ms", value <= most)

    def most(self, work, value, most, unit):
        self.row(work, "-", f"{value:.1f} {unit}", "", f"<= {most:g} {unit}", value <= most)

    def least(self, work, value, least, unit):
        self.row(work, "-", f"{value:,.0f} {unit}", "", f">= {least:,} {unit}", value >= least)


# ---- who is measured

def started(program, home, **more):
    env = {"RESY_MCP_HOME": home, "HOME": home, "RESY_BUDGET": "0", **more}
    begin = time.perf_counter()
    client = Client([program, "serve"], env)
    client.open()
    return client, (time.perf_counter() - begin) * 1000


def called(client, tool, **arguments):
    """Milliseconds and facts."""
    result = client.call(tool, **arguments)
    if result.get("isError") or "structuredContent" not in result:
        raise SystemExit(f"{tool}: {result['content'][0]['text']}")
    return client.took, result["structuredContent"]


@contextlib.contextmanager
def served(simulator):
    """The simulator over TLS and HTTP/2, with restaurants of 140 tables and of 100 KB."""
    with Sandbox(simulator, "--tls") as sandbox:
        rooms = [
            {"name": name, "template": 2_750_100 + number, "service": 2, "times": list(range(1020, 1370, 10)), "tables": 2,
             "copies": 1, "minParty": 1, "maxParty": 6, "isGlobalDining": False, "isOpenToMembers": False,
             "isExclusive": False, "needsAddOn": False,
             "terms": sandbox.control("/venue", {"id": VENUE})["seatings"][0]["terms"]}
            for number, name in enumerate(["Dining Room", "Bar", "Patio", "Counter"])
        ]
        sandbox.control("/venue", {"copyOf": VENUE, "id": BUSY, "name": BUSY_NAME, "slug": "busy", "seatings": rooms})
        large = [{**room, "times": list(range(1020, 1020 + 10 * 25, 10))} for room in rooms]
        sandbox.control("/venue", {"copyOf": VENUE, "id": LARGE, "name": LARGE_NAME, "slug": "large", "seatings": large})
        yield sandbox


@contextlib.contextmanager
def signed_in(program, sandbox, pace="0", home=None):
    with contextlib.ExitStack() as stack:
        home = home or stack.enter_context(tempfile.TemporaryDirectory())
        more = {"RESY_API_URL": sandbox.tls_url, "RESY_CACERT": sandbox.cacert}
        if pace is not None:
            more["RESY_PACE"] = pace
        client, _ = started(program, home, **more)
        called(client, "store_resy_credentials", **ACCOUNT)
        yield client
        client.close()


class Floor:
    """The same requests by libcurl alone, see Tests/floor."""

    def __init__(self, program, sandbox):
        token = sandbox.control("/token", {"email": OTHER})["token"]
        self.process = subprocess.Popen(
            [program, sandbox.tls_url, sandbox.cacert, KEY, token, AGENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True)

    def ask(self, *words):
        self.process.stdin.write(" ".join(str(word) for word in words) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("the floor ended")
        return float(line)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(5)


# ---- what is done

def day(number):
    return time.strftime("%Y-%m-%d", time.localtime(time.time() + (2 + number % 20) * 86_400))


def check(client, number, name=NAME):
    return called(
        client, "check_availability", restaurant_name=name, date=day(number), preferred_time="19:00",
        flexibility_minutes=240)


def book(client, found, name=NAME):
    fitting = free(found)
    if not fitting:
        raise SystemExit("the simulator has no free table to book")
    took, booked = called(
        client, "make_reservation", restaurant_name=name, date=found["date"], time=fitting[0]["time"],
        seating=fitting[0]["seating"])
    if booked["status"] != "booked":
        raise SystemExit(f"expected a booking: {booked}")
    return took, booked["confirmation_id"]


def cancel(client, number):
    took, gone = called(client, "cancel_reservation", confirmation_id=number)
    if gone["status"] == "needs_confirmation":
        again, gone = called(client, "cancel_reservation", confirmation_id=number, confirm_token=gone["confirm_token"])
        took += again
    if gone["status"] != "cancelled":
        raise SystemExit(f"expected a cancellation: {gone}")
    return took


def processor_time(client):
    """Milliseconds that all threads of the process have run so far, in user mode and in the kernel."""
    # What clock_getcpuclockid(3) answers.
    return time.clock_gettime(~client.process.pid << 3 | 2) * 1000


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        fields = dict(line.split(":", 1) for line in status)
    return int(fields["VmRSS"].split()[0]) / 1024


def pipelined(client, method, count):
    """Answers a second of so many requests that are all sent at once."""
    lines = b"".join(b'{"jsonrpc":"2.0","id":"%d","method":"%s"}\n' % (number, method) for number in range(count))

    def send():
        client.process.stdin.write(lines)
        client.process.stdin.flush()

    begin = time.perf_counter()
    writer = threading.Thread(target=send)
    writer.start()
    for _ in range(count):
        client.process.stdout.readline()
    elapsed = time.perf_counter() - begin
    writer.join()
    return count / elapsed


def processor_times(programs, sandboxes, rounds):
    """Of a check and a booking, for each program: the pairs of all take turns, so that they meet the same machine."""
    times = [[] for _ in programs]
    with contextlib.ExitStack() as stack:
        clients = [
            stack.enter_context(signed_in(program, sandbox)) for program, sandbox in zip(programs, sandboxes)]
        time.sleep(2.5)  # what was stored a moment ago is read again each time
        for number in range(rounds + 4):
            for index in range(len(clients)) if number % 2 else reversed(range(len(clients))):
                client = clients[index]
                begin = processor_time(client)
                _, found = check(client, number)
                _, booked = book(client, found)
                time.sleep(0.01)  # what goes on behind an answer belongs to the pair
                if number > 3:
                    times[index].append(processor_time(client) - begin)
                cancel(client, booked)
    return times


def old_tables(home, count):
    """So many reservations of evenings past and ten times as many restaurants in the cache of a home."""
    with sqlite3.connect(home + "/resy.sqlite") as database:
        kept = database.execute("SELECT venue FROM restaurant_cache WHERE venue IS NOT NULL").fetchone()[0]
        account = database.execute("SELECT account FROM sign_ins").fetchone()[0]
        database.execute("DELETE FROM reservations WHERE id < 800000000")
        database.execute("DELETE FROM restaurant_cache WHERE key LIKE 'old %'")
        now = time.time()
        past = lambda number: time.strftime("%Y-%m-%d", time.localtime(now - (3 + number // 2) * 86_400))
        database.executemany(
            "INSERT INTO reservations (id, account, venue, day, time, party, seating, status, source, recorded_at, updated_at)"
            " VALUES (?, ?, ?, ?, '19:00', 2, 'Dining Room', ?, 'resy-mcp', ?, ?)",
            [(number + 1, account, kept, past(number), "cancelled" if number % 3 else "confirmed", now, now)
             for number in range(count)])
        database.executemany(
            "INSERT INTO restaurant_cache (key, resy_venue_id, venue, cached_at, expires_at) VALUES (?, ?, ?, ?, ?)",
            [(f"old {number}|", number, kept, now, now + 86_400) for number in range(10 * count)])
    database.close()


# ---- the rows

def deeds(table, program, sandbox, floor):
    for delay in (20, 0):
        sandbox.control("/switches", {"latencyMilliseconds": delay})
        with signed_in(program, sandbox) as client:
            bookings, unshown, checks, floors, finds, safest = [], [], [], [], [], []
            # The first ones open connections, and files that were just written are read anew each time.
            for number in range(ROUNDS + 10):
                least = floor.ask("book", VENUE, day(number), 2)
                safe = floor.ask("deed", VENUE, day(number), 2)
                _, found = check(client, number)
                took, booked = book(client, found)
                cancel(client, booked)
                # After a deed nothing is known any more of which tables there are.
                took_unshown, booked = book(client, found)
                cancel(client, booked)
                if number == 9:
                    time.sleep(2.5)
                if number > 9:
                    floors.append(least)
                    bookings.append(took)
                    unshown.append(took_unshown)
                    safest.append(safe)
            if delay:
                table.ratio("make_reservation, 20 ms a response", floors, bookings, 1.05)
                table.aside("  where the floor reads the list and syncs twice", safest, bookings)
                table.aside("  of a table that was not shown before", floors, unshown)
                continue
            table.above("make_reservation, 0 ms", floors, bookings, 3)
            table.aside("  where the floor reads the list and syncs twice", safest, bookings)
            table.aside("  of a table that was not shown before", floors, unshown)
            for number in range(ROUNDS + 2):
                least = floor.ask("find", BUSY, day(number), 2)
                took, found = check(client, number, BUSY_NAME)
                if number > 1:
                    finds.append(least)
                    checks.append(took)
            table.above("check_availability of 140 tables, 0 ms", finds, checks, 3)


def many(table, program, sandbox, floor):
    """Tables that grow."""
    figures = []
    with tempfile.TemporaryDirectory() as home:
        for count in (1000, 10_000):
            with signed_in(program, sandbox, home=home) as client:
                check(client, 0)
                old_tables(home, count)
                time.sleep(2.5)
                lists, floors, checks, finds = [], [], [], []
                for number in range(ROUNDS + 2):
                    least = floor.ask("list")
                    took, _ = called(client, "my_reservations")
                    least_find = floor.ask("find", VENUE, day(number), 2)
                    took_find, _ = check(client, number)
                    if number > 1:
                        floors.append(least)
                        lists.append(took)
                        finds.append(least_find)
                        checks.append(took_find)
                figures.append((floors, lists, finds, checks))
    for (floors, lists, finds, checks), name in zip(figures, ("1,000 of 10,000", "10,000 of 100,000")):
        table.above(f"my_reservations, {name} remembered", floors, lists, 5)
        table.above(f"a cached name among them, checked", finds, checks, 5)


def alone(table, program):
    with tempfile.TemporaryDirectory() as home:
        starts = []
        for _ in range(ROUNDS):
            client, elapsed = started(program, home)
            starts.append(elapsed)
            if len(starts) == ROUNDS:
                client.request("tools/list")
                memory = resident(client.process.pid)
            client.close()
        client, _ = started(program, home)
        pings = [pipelined(client, b"ping", 250) for _ in range(ROUNDS)]
        lists = [pipelined(client, b"tools/list", 25) for _ in range(ROUNDS)]
        client.close()
    table.least("ping, pipelined", median(pings), 20_000, "/s")
    table.least("tools/list, pipelined", median(lists), 1_000, "/s")
    table.most("start to the first answer", median(starts), 8, "ms")
    table.most("resident after tools/list", memory, 12, "MB")
    table.most("the file", os.path.getsize(program) / 1e6, 25, "MB")


def probed(table, probe, sandbox):
    """What the probe measures by itself: lines of JSON."""
    def told(*words):
        done = subprocess.run([probe, *words], capture_output=True, text=True, check=True, env={"BENCH_ROUNDS": str(ROUNDS)})
        return json.loads(done.stdout)

    figures = told("decode")
    table.ratio(f"decode a find answer of {figures['kilobytes']} KB into slots", [figures["floor"]], [figures["ours"]], 1.5)
    figures = told("cities")
    table.most(f"the city list of {figures['kilobytes']} KB, at its peak", figures["megabytes"], 1.5, "MB more")
    sandbox.control("/switches", {"latencyMilliseconds": 20})
    figures = told("finds", sandbox.tls_url, sandbox.cacert, str(LARGE), day(0))
    sandbox.control("/switches", {"latencyMilliseconds": 0})
    for why, count in figures["lost"].items():
        print(f"{count} of these answers did not come: {why}")
    table.ratio(f"30 finds of {figures['kilobytes']} KB in flight, 20 ms", [figures["floor"]], [figures["ours"]], 1.25)


def waits(program, simulator):
    """Each step right after the one before it, and after a rest."""
    rounds = int(os.environ.get("BENCH_ROUNDS", 5))
    seconds = {}
    with served(simulator) as sandbox, signed_in(program, sandbox, pace=None) as client:
        check(client, 0)
        for number in range(rounds):
            for rest, said in ((0, "at once"), (12, "after a rest")):
                note = lambda what, took: seconds.setdefault((what, said), []).append(took / 1000)
                time.sleep(rest or 12)
                took, found = check(client, number)
                note("check", took)
                time.sleep(rest)
                took, booked = book(client, found)
                note("book", took)
                time.sleep(rest)
                took, _ = called(client, "my_reservations")
                note("list", took)
                time.sleep(rest)
                note("cancel", cancel(client, booked))
    print(f"{'seconds at the default pace':30} {'median':>8} {'most':>8}")
    for (what, said), took in sorted(seconds.items(), key=lambda pair: pair[0][1]):
        print(f"{what + ', ' + said:30} {median(took):8.2f} {max(took):8.2f}")


def main():
    if sys.argv[1] == "--waits":
        return waits(*sys.argv[2:])
    if sys.argv[1] == "--against":
        *programs, simulator = sys.argv[2:]
        with served(simulator) as one, served(simulator) as other:
            times = processor_times(programs, [one, other], ROUNDS)
        for program, samples in zip(programs, times):
            print(f"processor time of a check and a booking, {program[-24:]:24} {median(samples):6.2f} ms")
        print(f"pair by pair {median(b / a for a, b in zip(*times)):.2f} x")
        return None
    program, simulator, probe, least = sys.argv[1:]
    busy = os.getloadavg()[0]
    begin = time.time()
    table = Table()
    with served(simulator) as sandbox, Floor(least, sandbox) as floor:
        deeds(table, program, sandbox, floor)
        (times,) = processor_times([program], [sandbox], ROUNDS)
        table.most("processor time of a check and a booking", median(times), 5, "ms")
        probed(table, probe, sandbox)
        many(table, program, sandbox, floor)
    alone(table, program)
    print(f"\n{ROUNDS} rounds, medians; {os.cpu_count()} cores, load {busy:.1f} before; {time.time() - begin:.0f} s")
    print(f"NOT reached: {', '.join(table.failed)}" if table.failed else "all reached")
    return 1 if table.failed else 0


if __name__ == "__main__":
    sys.exit(main())
