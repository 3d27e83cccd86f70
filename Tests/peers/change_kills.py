#!/usr/bin/env python3
"""Kills the server with SIGKILL at each step of a change, by Resy's own request and by booking first, and at random moments; after
each, a fresh process must know the truth, and asking again must never hold two new tables.

    change_kills.py resy-mcp resy-sandbox [RANDOM-RUNS] [SEED]

What is true is what the simulator holds. After a kill, on the same home:
- my_reservations lists exactly the simulator's tables: none lost, none invented;
- the same change_reservation again says what is so (changed, both held, not changed, not known), and another one sends nothing beside it;
- ten minutes later (the journal is made older) it ends with the new table alone, whatever was killed when.
The last line is the count as JSON. Exit status: 0 when nothing was wrong.
"""
import json
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from evening import BOOK, Evening, ask_and_kill
from sandbox import Sandbox

binary, simulator = sys.argv[1:3]
random_runs = int(sys.argv[3]) if len(sys.argv) > 3 else 0
chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else None)
FIND, DETAILS, LIST = "/4/find", "/3/details", "/3/user/reservations"
CANCEL, CHANGE = "/3/cancel", "/3/change"
OLD, NEW, OTHER = 1140, 1200, 1260
TIMES = {NEW: "20:00", OTHER: "21:00"}
# How the simulated Resy changes a table.
WAYS = {
    "a new number": {"changes": "renewsID"}, "the old number": {"changes": "keepsID"},
    "it leaves the old one": {"changes": "ignoresToken"}, "booked first": {"offersChange": False},
}


def points(path):
    return [(path, "arrived"), (path, "committed"), (path, "halved"), (path, "delivered")]


BEFORE = [(LIST, "delivered"), (FIND, "arrived"), (FIND, "delivered"), (DETAILS, "arrived"), (DETAILS, "delivered"),
          ("progress", None)]
STEPS = {way: BEFORE + points(CHANGE) + [("answer", "read")] for way in WAYS}
STEPS["booked first"] = BEFORE + points(BOOK) + points(CANCEL) + [("answer", "read")]
counts = {"kills": 0, "committed": 0, "double": 0, "lost": 0, "invented": 0, "wrong": 0}


class Table:
    """An evening with a table held at seven, which is to be changed."""

    def __init__(self, sandbox, way):
        self.sandbox, self.way = sandbox, way
        self.evening = Evening(binary, sandbox, RESY_CONFIRM="never")
        server = self.evening.server()
        booked = server.call(
            "make_reservation", restaurant_name="Example Trattoria", date="in 3 days", time="19:00")["structuredContent"]
        server.close()
        self.id = booked["confirmation_id"]
        sandbox.control("/switches", WAYS[way])

    def held(self):
        return sorted(one["slot"]["minutes"] for one in self.sandbox.control("/state")["reservations"])

    def sent(self):
        return self.evening.sent(CHANGE) + self.evening.sent(BOOK) + self.evening.sent(CANCEL)

    def change(self, minutes=NEW):
        server = self.evening.server()
        result = server.call("change_reservation", confirmation_id=self.id, time=TIMES[minutes])
        server.close()
        return (result.get("structuredContent") or {}).get("status") or code(result), result

    def kill(self, step):
        wanted = {"confirmation_id": self.id, "time": TIMES[NEW]}
        died = ask_and_kill(self.evening, "change_reservation", wanted, step)
        counts["kills"] += died
        counts["committed"] += self.held() != [OLD]
        return died

    def check_list(self, step):
        server = self.evening.server()
        answer = server.call("my_reservations")["structuredContent"]
        server.close()
        told = sorted(one["confirmation_id"] for one in answer["reservations"])
        held = self.evening.held()
        for one in set(held) - set(told):
            complain("lost", self.way, step, f"{one} is held and not listed")
        for one in set(told) - set(held):
            complain("invented", self.way, step, f"{one} is listed and not held")

    def check_held(self, step, why):
        held = self.held()
        if len([one for one in held if one != OLD]) > 1:
            complain("double", self.way, step, f"{held} are held {why}")
        if not held:
            complain("lost", self.way, step, f"nothing is held {why}")


def code(result):
    return ((result.get("_meta") or {}).get("resy-mcp/error") or {}).get("code")


def complain(kind, way, step, what):
    counts[kind] += 1
    print(f"WRONG ({kind}), {way}, after a kill at {step}: {what}", file=sys.stderr)


def check_told(table, step, told, result, may_be_unknown):
    """What the same call says, and what is held then."""
    held = table.held()
    true = {
        "changed": held == [NEW], "both_held": held == [OLD, NEW], "not_changed": held == [OLD],
        "unknown": may_be_unknown, "neither_held": not held,
    }.get(told, False)
    if not true:
        complain("wrong", table.way, step, f"told as {told} while {held} is held: {json.dumps(result)[:600]}")
    if told == "changed":
        number = result["structuredContent"]["new"]["confirmation_id"]
        if [number] != table.evening.held():
            complain("invented", table.way, step, f"{number} is told and {table.evening.held()} is held")


def changing(sandbox, way, step):
    table = Table(sandbox, way)
    died = table.kill(step)
    table.check_held(step, "after the kill")
    table.check_list(step)
    told, result = table.change()
    check_told(table, step, told, result, may_be_unknown=True)
    table.check_held(step, "after the same call")
    table.evening.let_pass(601)
    for _ in range(2):
        told, result = table.change()
        if told == "changed":
            break
    check_told(table, step, told, result, may_be_unknown=False)
    if table.held() != [NEW]:
        complain("wrong", way, step, f"{table.held()} is held at the end, told as {told}")
    table.check_list(step)
    table.evening.close()
    return died


def another(sandbox, way, step):
    """A change to another time in the same breath: of two new tables one is held at most, and the old one until then."""
    table = Table(sandbox, way)
    table.kill(step)
    for _ in range(2):
        table.change(OTHER)
        table.check_held(step, "after a change to another time")
    table.check_list(step)
    table.evening.close()


def lagging(sandbox, way, step):
    """The same while Resy's list does not know of it yet: only the journal knows that something was sent."""
    table = Table(sandbox, way)
    sandbox.control("/switches", {"listLagSeconds": 3600, "cancelLagSeconds": 3600})
    table.kill(step)
    held, sent = table.held(), table.sent()
    for minutes in (NEW, OTHER):
        told, result = table.change(minutes)
        if told not in ("unknown", "conflict") or table.sent() != sent:
            complain("double", way, step, f"{TIMES[minutes]} is told as {told}, {table.sent() - sent} sent, while the list lags: "
                     f"{json.dumps(result)[:600]}")
    server = table.evening.server()
    other = server.call("make_reservation", restaurant_name="Example Trattoria", date="in 3 days", time="20:15")
    server.close()
    if code(other) != "conflict" or table.held() != held:
        complain("double", way, step, f"a booking beside it is told as {code(other)}; {table.held()} are held")
    sandbox.control("/switches", {"listLagSeconds": 0, "cancelLagSeconds": 0})
    sandbox.control("/clock", {"advance": 3601})
    told, result = table.change()
    check_told(table, step, told, result, may_be_unknown=False)
    table.check_list(step)
    table.evening.close()


def undisturbed(sandbox, way):
    table = Table(sandbox, way)
    begin = time.perf_counter()
    table.change()
    elapsed = time.perf_counter() - begin
    table.evening.close()
    return elapsed


def world(one):
    way, steps = one
    with Sandbox(simulator) as sandbox:
        for step in steps:
            if not changing(sandbox, way, step):
                complain("wrong", way, step, "the step never came")
        for step in steps[-5:-1]:
            another(sandbox, way, step)


# Each mostly waits, so they go on beside one another.
with ThreadPoolExecutor(len(STEPS)) as pool:
    list(pool.map(world, STEPS.items()))
with Sandbox(simulator) as sandbox:
    for step in points(CHANGE)[1:]:
        lagging(sandbox, "a new number", step)
    lagging(sandbox, "booked first", (BOOK, "committed"))
    for number in range(random_runs):
        way = chance.choice(list(WAYS))
        step = chance.uniform(0, 2.5 if way == "booked first" else 1.5)
        if number % 2:
            # Around what matters, while the program runs on: milliseconds after something has happened.
            step = (*chance.choice([one for one in STEPS[way] if one[0].startswith("/")]), chance.uniform(0, 0.02))
        changing(sandbox, way, step)
print(f"{counts['kills']} kills, {counts['committed']} of them with something done at Resy")
print(json.dumps(counts))
sys.exit(1 if any(counts[kind] for kind in ("double", "lost", "invented", "wrong")) else 0)
