#!/usr/bin/env python3
"""Every way to spoil an answer, at each call where it matters, before a fresh process each; what it says is held against
what the simulator holds and what the home's own records say. (The exact words are in FaultTableTests.)

    faults.py resy-mcp resy-sandbox

The last line is the count as JSON. Exit status: 0 when nothing told was untrue.
"""
import json
import sqlite3
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from sandbox import Client, Sandbox

binary, simulator = sys.argv[1:3]
WISH = {"restaurant_name": "Example Trattoria", "date": "in 3 days"}
HARMLESS = [("halfClose", None), ("drip", 1), ("numbersAsStrings", None), ("extraFields", None), ("omitOptional", None),
            ("dateSkew", 86400), ("dateSkew", -86400), ("delay", 30), ("invalidUTF8", None), ("deepNesting", 10000)]
# The code that each must end in where a call has nothing but this answer to go by.
SPOILED = [("resetBefore", None, "network"), ("truncate", 20, "network"), ("wrongLength", 100, "network"),
           ("garbage", None, "network"), ("wrongLength", -10, "schema_changed"), ("page", 200, "schema_changed"),
           ("duplicateKeys", None, "schema_changed"), ("wrongTypes", None, "schema_changed"),
           ("missingFields", None, "schema_changed"), ("emptyAfterCommit", None, "schema_changed"),
           ("rateLimited", 30, "rate_limited"), ("rateLimitedUntil", 30, "rate_limited"), ("blockedPage", None, "blocked"),
           ("blockedText", None, "blocked"), ("status", 500, "resy_error"), ("status", 503, "resy_error"),
           ("badGatewayBefore", None, "resy_error")]
COMMITTED = [("dropAfterCommit", None), ("badGatewayAfterCommit", None), ("pageAfterCommit", None), ("createdEmpty", None),
             ("createdWithoutID", None), ("gzipBomb", 6_000_000), ("bigBody", 6_000_000)]
REFUSED = [("accountGone", None), ("paymentForbidden", None), ("methodNotAllowed", None)]
CALLS = {
    "find": lambda client: client.call("check_availability", **WISH),
    "details": lambda client: client.call("make_reservation", **WISH, time="19:00"),
    "book": lambda client: client.call("make_reservation", **WISH, time="19:00"),
    "reservations": lambda client: client.call("my_reservations"),
    "cancel": lambda client: client.call("cancel_reservation", restaurant_name="Example Trattoria"),
    "authPassword": lambda client: client.call(
        "store_resy_credentials", email="sam@example.com", password="correct horse battery"),
}


def plays():
    for place in CALLS:
        for fault, value in HARMLESS:
            yield place, fault, value, None
        for fault, value, code in SPOILED:
            yield place, fault, value, code
        if place in ("book", "cancel"):
            for fault, value in COMMITTED + REFUSED:
                yield place, fault, value, "any"


def journal(home):
    with sqlite3.connect(home + "/resy.sqlite") as database:
        states = [state for state, in database.execute("SELECT state FROM journal WHERE kind = 'book' ORDER BY id")]
    database.close()
    return states


def untruth(place, code, result, sandbox, home):
    """What is wrong with what was said; None where nothing is."""
    answer = result.get("structuredContent") or {}
    error = (result.get("_meta") or {}).get("resy-mcp/error") or {}
    told, text = error.get("code") or answer.get("status"), result["content"][0]["text"]
    held = [f"RESY-{one['id']}" for one in sandbox.control("/state")["reservations"]]
    sent = len([one for one in sandbox.control("/requests")["requests"] if one["endpoint"] == place])
    states = journal(home)
    if place in ("book", "cancel") and sent != 1:
        return f"sent {sent} times"
    if place == "find":
        good = error.get("code") == code and (code or answer["tables"] or answer["other_tables"]) and not held
        return None if good else f"{told}, not {code}"
    if place == "details" and code:
        return None if told == code and not held and not states and "Nothing was booked" in text else f"{told}, {states}"
    if place in ("details", "book"):
        if told == "booked":
            return None if [answer["confirmation_id"]] == held and states == ["booked"] else f"booked, {held}, {states}"
        if told == "unknown":
            return None if code and not held and states == ["unknown"] else f"unknown, {held}, {states}"
        return None if code and not held and states == ["not_booked"] and "Nothing was booked" in text else f"{told}, {held}, {states}"
    if place == "cancel":
        truths = {"cancelled": (0, ["cancelled"]), "unknown": (1, ["booked"]), "not_cancelled": (1, ["booked"])}
        return None if truths.get(told) == (len(held), states) and (code or told == "cancelled") else f"{told}, {held}, {states}"
    if place == "reservations":
        told = [one["confirmation_id"] for one in answer.get("reservations", [])]
        return None if told == held and answer["synced"] == (code is None) else f"{told}, {answer}"
    return None if answer.get("verified") is (code is None) else f"{answer}"


def play(one):
    place, fault, value, code = one
    with Sandbox(simulator) as sandbox, tempfile.TemporaryDirectory() as home:
        client = Client([binary, "serve"], {
            "RESY_MCP_HOME": home, "HOME": home, "RESY_API_URL": sandbox.url, "RESY_PACE": "0", "RESY_BUDGET": "0",
            "SWIFT_BACKTRACE": "enable=no"})
        client.open()
        if place != "authPassword":
            CALLS["authPassword"](client)
        if place in ("reservations", "cancel"):
            CALLS["book"](client)
        spoil = {"fault": fault, "on": place, "times": 1 if place == "authPassword" else 9}
        sandbox.control("/fault", spoil if value is None else {**spoil, "value": value})
        wrong = untruth(place, code, CALLS[place](client), sandbox, home)
        client.close()
    return wrong and f"WRONG: {fault} {value or ''} at {place}: {wrong}"


wrong, tried = 0, 0
with ThreadPoolExecutor(3) as pool:
    for complaint in pool.map(play, plays()):
        tried += 1
        if complaint:
            wrong += 1
            print(complaint, file=sys.stderr)
print(f"{tried} faults; {wrong} told untruly")
print(json.dumps({"faults": tried, "wrong": wrong}))
sys.exit(1 if wrong else 0)
