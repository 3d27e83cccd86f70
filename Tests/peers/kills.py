#!/usr/bin/env python3
"""Kills the server with SIGKILL at each step of a booking and of a cancellation, and at random moments; after each, a
fresh process must know the truth, and asking again must never book twice.

    kills.py resy-mcp resy-sandbox [RANDOM-RUNS] [SEED]

What is true is what the simulator holds. After a kill, on the same home:
- my_reservations lists exactly the simulator's tables: none lost, none invented;
- the same make_reservation again ends with one table and its number, or says that it is not known, and sends nothing;
- another table that would clash with an unclear one is never sent, and of several at once one;
- what the restaurant was to be told is told once for each text, or it is said that it is not known or not possible;
- ten minutes later (the journal is made older) it ends with exactly one table, whatever was killed when.
The last line is the count as JSON. Exit status: 0 when nothing was wrong.
"""
import json
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from evening import BOOK, TELL, Evening, ask_and_kill
from sandbox import Sandbox

binary, simulator = sys.argv[1:3]
random_runs = int(sys.argv[3]) if len(sys.argv) > 3 else 0
chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else None)
WISH = {"restaurant_name": "Example Trattoria", "date": "in 3 days", "time": "19:00"}
FIND, DETAILS, LIST, CANCEL = "/4/find", "/3/details", "/3/user/reservations", "/3/cancel"
STEPS = [
    (FIND, "arrived"), (FIND, "halved"), (FIND, "delivered"), (LIST, "delivered"), (DETAILS, "arrived"),
    (DETAILS, "committed"), (DETAILS, "delivered"), ("progress", None), (BOOK, "arrived"),
    (BOOK, "committed"), (BOOK, "halved"), (BOOK, "delivered"), ("answer", "read"),
]
CANCEL_STEPS = [(CANCEL, "arrived"), (CANCEL, "committed"), (CANCEL, "halved"), (CANCEL, "delivered"), ("answer", "read")]
TOLD = {"special_requests": "a quiet table", "occasion": "birthday"}
TELL_STEPS = [(TELL, "arrived"), (TELL, "committed"), (TELL, "halved"), (TELL, "delivered")]
counts = {"kills": 0, "committed": 0, "double": 0, "lost": 0, "invented": 0, "wrong": 0}


def complain(kind, step, what):
    counts[kind] += 1
    print(f"WRONG ({kind}) after a kill at {step}: {what}", file=sys.stderr)


def check_list(evening, server, step):
    listed = server.call("my_reservations")
    if listed.get("isError"):
        return complain("wrong", step, listed["content"][0]["text"])
    answer = listed["structuredContent"]
    told = sorted(one["confirmation_id"] for one in answer["reservations"])
    held = evening.held()
    if not answer["synced"]:
        complain("wrong", step, "the list does not come from Resy")
    for one in set(held) - set(told):
        complain("lost", step, f"{one} is held and not listed")
    for one in set(told) - set(held):
        complain("invented", step, f"{one} is listed and not held")


def check_booking(evening, server, step, may_be_unknown):
    """Books again; nothing it says may differ from what is held."""
    before, sent = evening.held(), evening.sent()
    result = server.call("make_reservation", **WISH)
    held = evening.held()
    if len(held) > 1:
        complain("double", step, f"{held} are held")
    if result.get("isError"):
        return complain("wrong", step, result["content"][0]["text"])
    answer = result["structuredContent"]
    if answer["status"] == "booked":
        if [answer["confirmation_id"]] != held:
            complain("invented", step, f"{answer['confirmation_id']} is told and {held} is held")
        if before and evening.sent() != sent:
            complain("wrong", step, "a table that was held was booked again")
    elif answer["status"] == "unknown" and may_be_unknown:
        if held or evening.sent() != sent:
            complain("wrong", step, f"told as unknown while {held} is held, {evening.sent() - sent} sent")
    else:
        complain("wrong", step, f"told as {answer['status']} while {held} is held")


def booking(sandbox, step):
    evening = Evening(binary, sandbox)
    if ask_and_kill(evening, "make_reservation", WISH, step):
        counts["kills"] += 1
    counts["committed"] += len(evening.held())
    server = evening.server()
    check_list(evening, server, step)
    check_booking(evening, server, step, may_be_unknown=True)
    server.close()
    evening.let_pass(601)
    server = evening.server()
    check_booking(evening, server, step, may_be_unknown=False)
    check_list(evening, server, step)
    server.close()
    if len(evening.held()) != 1:
        complain("lost", step, f"{evening.held()} is held at the end")
    evening.close()


def telling(sandbox, step):
    """A booking with words and an occasion for the restaurant: each is written once, or twice where the first never
    arrived, and what did not reach it is never told as sent."""
    evening = Evening(binary, sandbox)
    if ask_and_kill(evening, "make_reservation", {**WISH, **TOLD}, step):
        counts["kills"] += 1
    counts["committed"] += len(evening.held())
    server = evening.server()
    check_told(evening, server, step)
    server.close()
    for _ in range(2):
        evening.let_pass(601)
        server = evening.server()
        check_told(evening, server, step)
        server.close()
    row = sandbox.control("/state")["reservations"]
    told = [[one.get("specialRequest"), one.get("occasion")] for one in row]
    if told not in ([], [["a quiet table", "Birthday"]]):
        complain("lost", step, f"the restaurant knows {told} at the end")
    for text, written in evening.written().items():
        if written > 1:
            complain("double", step, f"{text} was written {written} times")
    evening.close()


def check_told(evening, server, step):
    """The list, after which nothing may be left that nobody speaks of."""
    answer = server.call("my_reservations")["structuredContent"]
    rows = evening.sandbox.control("/state")["reservations"]
    for one in answer["reservations"]:
        held = next(row for row in rows if f"RESY-{row['id']}" == one["confirmation_id"])
        for name, text in (("specialRequest", "a quiet table"), ("occasion", "Birthday")):
            if one["source"] == "resy-mcp" and held.get(name) != text and text not in " ".join(answer.get("note", [])):
                complain("lost", step, f"{text} did not reach the restaurant, and the list does not say so")
        # It may have been sent since the list was read, and then the list says that this was not known.
        is_under_way = one.get("special_requests") is None and "a quiet table" in " ".join(answer.get("note", []))
        if one.get("special_requests") != held.get("specialRequest") and not is_under_way:
            complain("invented", step, f"{one.get('special_requests')} is listed and {held.get('specialRequest')} is there")


def lagging(sandbox, step):
    """The same while Resy's list does not show the table yet: only the journal knows that something was sent."""
    evening = Evening(binary, sandbox)
    sandbox.control("/switches", {"listLagSeconds": 3600})
    if ask_and_kill(evening, "make_reservation", WISH, step):
        counts["kills"] += 1
    held = evening.held()
    counts["committed"] += len(held)
    for _ in range(2):
        server = evening.server()
        answer = server.call("make_reservation", **WISH).get("structuredContent") or {}
        server.close()
        if answer.get("status") not in ("booked", "unknown") or answer.get("confirmation_id") not in (None, *held):
            complain("wrong", step, f"told as {answer} while {held} is held and the list lags")
        if evening.held() != held or evening.sent() != 1:
            complain("double", step, f"sent {evening.sent()} times while the list lags; {evening.held()} are held")
    # Nor may another time that evening, nor more guests, nor a restaurant at that hour.
    for other in ({"time": "19:15"}, {"party_size": 4}, {"restaurant_name": "Card & Hold"}):
        server = evening.server()
        result = server.call("make_reservation", **{**WISH, **other})
        server.close()
        if code(result) != "conflict" or evening.held() != held or evening.sent() != 1:
            complain("double", step, f"{other} is told as {code(result)}; sent {evening.sent()} times")
    sandbox.control("/clock", {"advance": 3601})
    server = evening.server()
    check_booking(evening, server, step, may_be_unknown=False)
    check_list(evening, server, step)
    server.close()
    evening.close()


def code(result):
    return ((result.get("_meta") or {}).get("resy-mcp/error") or {}).get("code")


def at_once(sandbox, times):
    """Processes that book different times of one evening in the same moment."""
    evening = Evening(binary, sandbox)
    servers = [evening.server() for _ in times]
    with ThreadPoolExecutor(len(times)) as pool:
        results = list(pool.map(lambda pair: pair[0].call("make_reservation", **{**WISH, "time": pair[1]}), zip(servers, times)))
    for server in servers:
        server.close()
    told = sorted(code(result) or result["structuredContent"]["status"] for result in results)
    if len(evening.held()) != 1 or evening.sent() != 1 or told != ["booked"] + ["conflict"] * (len(times) - 1):
        complain("double", "once", f"{times} at once are told as {told}; {evening.held()} are held")
    evening.close()


def cancellation(sandbox, step):
    evening = Evening(binary, sandbox)
    server = evening.server()
    booked = server.call("make_reservation", **WISH)["structuredContent"]["confirmation_id"]
    server.close()
    if ask_and_kill(evening, "cancel_reservation", {"confirmation_id": booked}, step):
        counts["kills"] += 1
    server = evening.server()
    check_list(evening, server, step)
    sent = evening.sent(CANCEL)
    result = server.call("cancel_reservation", confirmation_id=booked)
    if told_of_cancelling(result) == "unknown" and evening.held() and evening.sent(CANCEL) == sent:
        # Killed between the intent and the request: nobody can know that nothing left, so it waits for the list's word.
        evening.let_pass(601)
        result = server.call("cancel_reservation", confirmation_id=booked)
    # Where it was cancelled already, that it is not in the list any more is the truth too.
    if evening.held() or told_of_cancelling(result) not in ("cancelled", "reservation_not_found"):
        complain("wrong", step, f"{told_of_cancelling(result)} while {evening.held()} is held")
    check_list(evening, server, step)
    server.close()
    evening.close()


def told_of_cancelling(result):
    return (result.get("structuredContent") or {}).get("status") or code(result)


def undisturbed(sandbox):
    """Seconds that a booking takes here and now, for the random moments to fall into."""
    evening = Evening(binary, sandbox)
    server = evening.server()
    begin = time.perf_counter()
    server.call("make_reservation", **WISH)
    elapsed = time.perf_counter() - begin
    server.close()
    evening.close()
    return elapsed


with Sandbox(simulator) as sandbox:
    for step in STEPS:
        before = counts["kills"]
        booking(sandbox, step)
        if counts["kills"] == before:
            complain("wrong", step, "the step never came")
    for step in STEPS[-4:-1]:
        lagging(sandbox, step)
    for _ in range(5):
        at_once(sandbox, ["18:30", "19:00", "19:15"])
    for step in CANCEL_STEPS:
        cancellation(sandbox, step)
    for step in STEPS + TELL_STEPS:
        before = counts["kills"]
        telling(sandbox, step)
        if counts["kills"] == before:
            complain("wrong", step, "the step never came")
    longest = undisturbed(sandbox) * 1.1 if random_runs else 0
    for number in range(random_runs):
        work, steps = chance.choices(
            [(booking, STEPS), (telling, STEPS[-4:-1] + TELL_STEPS), (cancellation, CANCEL_STEPS)], [4, 3, 2])[0]
        step = chance.uniform(0, longest)
        if number % 2:
            # Around what matters, while the program runs on: milliseconds after something has happened.
            step = (*chance.choice([one for one in steps if one[0].startswith("/")]), chance.uniform(0, 0.02))
        work(sandbox, step)
print(f"{counts['kills']} kills, {counts['committed']} of them with the table booked")
print(json.dumps(counts))
sys.exit(1 if any(counts[kind] for kind in ("double", "lost", "invented", "wrong")) else 0)
