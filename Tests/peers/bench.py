#!/usr/bin/env python3
"""Measures the program from one run: start-up, memory, processor time, and calls over stdio beside the floor of the same
requests by curl.

bench.py PROGRAM SIMULATOR [OTHER]: with another build of the program, processor time alone, of both in turns."""
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from sandbox import Client, Sandbox
from tables import free

binary, simulator, *others = sys.argv[1:]
ROUNDS = 15
SERIES = 4
VENUE, NAME = 99001, "Example Trattoria"
KEY = 'Authorization: ResyAPI api_key="VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5"'
AGENT = "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        fields = dict(line.split(":", 1) for line in status)
    return int(fields["VmRSS"].split()[0]) / 1024, int(fields["RssAnon"].split()[0]) / 1024


def figure(name, samples, unit="ms"):
    samples = sorted(samples)
    print(f"{name:58} {statistics.median(samples):8.2f} {samples[0]:8.2f} {samples[-1]:8.2f}  {unit}")


def started(env, program=None):
    begin = time.perf_counter()
    client = Client([program or binary, "serve"], env)
    client.open()
    elapsed = (time.perf_counter() - begin) * 1000
    return client, elapsed


def timed(call):
    begin = time.perf_counter()
    result = call()
    elapsed = (time.perf_counter() - begin) * 1000
    if result.get("isError"):
        raise SystemExit(result["content"][0]["text"])
    return elapsed, result["structuredContent"]


def check(client, number):
    """Milliseconds, and what was found."""
    return timed(lambda: client.call(
        "check_availability", restaurant_name=NAME, date=f"in {number + 2} days", preferred_time="19:00",
        flexibility_minutes=240))


def book(client, found):
    """Milliseconds for the first free table of those found."""
    fitting = free(found)
    if not fitting:
        raise SystemExit("the simulator has no free table to book")
    took, booked = timed(lambda: client.call(
        "make_reservation", restaurant_name=NAME, date=found["date"], time=fitting[0]["time"],
        seating=fitting[0]["seating"]))
    if booked["status"] != "booked":
        raise SystemExit(f"expected a booking: {booked}")
    return took


@contextlib.contextmanager
def signed_in(program, delay):
    with Sandbox(simulator, "--delay", str(delay)) as sandbox, tempfile.TemporaryDirectory() as home:
        client, _ = started(
            {"RESY_MCP_HOME": home, "HOME": home, "RESY_API_URL": sandbox.url, "RESY_PACE": "0"}, program)
        timed(lambda: client.call("store_resy_credentials", email="sam@example.com", password="correct horse battery"))
        yield client, sandbox
        client.close()


def processor_time(client):
    """Milliseconds that all threads of the process have run so far, in user mode and in the kernel."""
    # What clock_getcpuclockid(3) answers.
    return time.clock_gettime(~client.process.pid << 3 | 2) * 1000


def processor_times(programs):
    """Of a check and a booking, for each program: the pairs of all take turns, so that they meet the same machine."""
    times = [[] for _ in programs]
    for _ in range(SERIES):
        # A home and a simulator for each series: the list of tables grows with each booking.
        with contextlib.ExitStack() as stack:
            clients = [stack.enter_context(signed_in(program, 0))[0] for program in programs]
            for number in range(ROUNDS + 1):
                order = range(len(clients)) if number % 2 else reversed(range(len(clients)))
                for index in order:
                    client = clients[index]
                    begin = processor_time(client)
                    book(client, check(client, number)[1])
                    time.sleep(0.01)  # what goes on behind an answer belongs to the pair
                    if number:
                        times[index].append(processor_time(client) - begin)
    return times


def floor(url, days, paths):
    """Milliseconds for the same requests in a row by one curl process on one connection, without its start."""
    samples = []
    for day in days:
        command = ["curl", "-sS", "--http1.1", "-o", "/dev/null", "-w", "%{time_total}\n"]
        for index, (path, body) in enumerate(paths):
            if index:
                command += ["--next", "-sS", "--http1.1", "-o", "/dev/null", "-w", "%{time_total}\n"]
            command += ["-H", KEY, "-H", AGENT, url + path]
            kind, text = body
            command += ["-H", f"Content-Type: {kind}", "--data-binary", text.replace("DAY", day)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        samples.append(sum(float(line) for line in done.stdout.split()) * 1000)
    return samples


FIND = ("/4/find", ("application/json", json.dumps(
    {"lat": 0, "long": 0, "day": "DAY", "party_size": 2, "venue_id": VENUE})))
DETAILS = ("/3/details", ("application/json", json.dumps(
    {"commit": 1, "day": "DAY", "party_size": 2,
     "config_id": f"rgs://resy/{VENUE}/1/2/DAY/DAY/19:00:00/2/Dining Room"})))
BOOK = ("/3/book", ("application/x-www-form-urlencoded", "book_token=none&source_id=resy.com-venue-details"))

print(f"{'':58} {'median':>8} {'least':>8} {'most':>8}")
PAIR = "processor time of a check and a booking"
if others:
    times = processor_times([binary, *others])
    for program, samples in zip([binary, *others], times):
        figure(f"{PAIR}, {program[-16:]}", samples)
        if samples is not times[0]:
            figure("  of the first one's, pair by pair", [b / a for a, b in zip(times[0], samples)], "")
    sys.exit()
with tempfile.TemporaryDirectory() as home:
    starts = []
    for _ in range(40):
        client, elapsed = started({"RESY_MCP_HOME": home, "HOME": home})
        starts.append(elapsed)
        client.request("tools/list")
        memory = resident(client.process.pid)
        client.close()
    figure("start of the process to the answer to the first request", starts)
    print(f"{'resident memory after tools/list (of it anonymous)':58} {memory[0]:8.1f} {memory[1]:8.1f}           MB")
    IS_STATIC = b"not a dynamic" in subprocess.run(["ldd", binary], capture_output=True).stderr
    if IS_STATIC:
        for name, is_, most, unit in (
            ("size", os.path.getsize(binary) / 1e6, 25, "MB"), ("start", statistics.median(starts), 10, "ms"),
            ("memory", memory[0], 12, "MB"),
        ):
            print(f"  budget of the release file: {name} {is_:.1f} of {most} {unit}: {'kept' if is_ <= most else 'OVER'}")

for delay in (0, 20):
    with signed_in(binary, delay) as (client, sandbox):
        checks, bookings, days = [], [], []
        for number in range(ROUNDS + 1):
            elapsed, found = check(client, number)
            took = book(client, found)
            if number:  # the first of each opens the connection and reads the restaurant's page
                checks.append(elapsed)
                bookings.append(took)
                days.append(found["date"])
        figure(f"check_availability, {delay} ms per response", checks)
        figure("  floor: find by curl", floor(sandbox.url, days, [FIND]))
        figure(f"make_reservation, {delay} ms per response", bookings)
        figure("  floor: find, details, book by curl", floor(sandbox.url, days, [FIND, DETAILS, BOOK]))
        if delay == 0:
            for _ in range(1000 - 2 * (ROUNDS + 1)):
                client.call("check_availability", restaurant_name=NAME, date="in 3 days", preferred_time="19:00")
            memory = resident(client.process.pid)
            print(f"{'resident memory after 1,000 calls (of it anonymous)':58} {memory[0]:8.1f} {memory[1]:8.1f}           MB")
figure(PAIR, processor_times([binary])[0])
print(f"\n{os.path.getsize(binary) / 1e6:.1f} MB on disk ({'static, stripped' if IS_STATIC else 'dynamic, not stripped'}); {os.cpu_count()} cores; "
      "each floor's requests go in a row on one connection, the process's start left out.")
