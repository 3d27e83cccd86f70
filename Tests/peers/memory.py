#!/usr/bin/env python3
"""Answers that mean to fill the memory, at each call of Resy's API, each before a fresh process.

    memory.py resy-mcp resy-sandbox [PLACE ...]

Each must end in an error or an honest answer, and the most memory the process ever had (VmHWM) stay under 100 MB.
The last line is the count as JSON. Exit status: 0 when all did.
"""
import json
import sys
import tempfile

from sandbox import Client, Sandbox

binary, simulator = sys.argv[1:3]
LIMIT = 100
FAULTS = [("gzipBomb", 100_000_000), ("bigBody", 100_000_000), ("deepNesting", 2_000_000)]
PLACES = ["authPassword", "search", "venue", "find", "calendar", "details", "book", "reservations", "cancel"]
WISH = {"restaurant_name": "Example Trattoria", "date": "in 3 days"}
CODES = {"schema_changed", "network", "resy_error", "venue_not_found", None}


def peak(pid):
    with open(f"/proc/{pid}/status") as status:
        fields = dict(line.split(":", 1) for line in status)
    return int(fields["VmHWM"].split()[0]) / 1024


def ask(client, place):
    if place == "authPassword":
        return client.call("store_resy_credentials", email="sam@example.com", password="correct horse battery")
    if place in ("search", "venue", "find", "calendar"):
        return client.call("check_availability", **WISH)
    if place == "reservations":
        return client.call("my_reservations")
    if place == "cancel":
        return client.call("cancel_reservation", restaurant_name="Example Trattoria")
    return client.call("make_reservation", **WISH, time="19:00", allow_overlap=True)


worst, wrong, tried = (0, ""), 0, 0
with Sandbox(simulator) as sandbox:
    for place in sys.argv[3:] or PLACES:
        for fault, value in FAULTS:
            with tempfile.TemporaryDirectory() as home:
                sandbox.control("/reset", {})
                if place == "calendar":
                    sandbox.control("/venue", {"id": 99001, "isSoldOut": True})
                env = {"RESY_MCP_HOME": home, "HOME": home, "RESY_API_URL": sandbox.url, "RESY_PACE": "0", "RESY_BUDGET": "0",
                       "SWIFT_BACKTRACE": "enable=no"}
                client = Client([binary, "serve"], env)
                client.open()
                if place != "authPassword":
                    client.call("store_resy_credentials", email="sam@example.com", password="correct horse battery")
                if place == "cancel":
                    client.call("make_reservation", **WISH, time="19:00")
                sandbox.control("/fault", {"fault": fault, "on": place, "value": value, "times": 20})
                result = ask(client, place)
                asked = len([one for one in sandbox.control("/requests")["requests"] if one["endpoint"] == place])
                held = sandbox.control("/state")["reservations"]
                most = peak(client.process.pid)
                client.close()
            tried += 1
            worst = max(worst, (most, f"{fault} at {place}"))
            code = ((result.get("_meta") or {}).get("resy-mcp/error") or {}).get("code")
            answer = result.get("structuredContent") or {}
            told = code or answer.get("status") or ("answered" if answer else "nothing")
            print(f"{fault:12} {place:14} {most:6.1f} MB  {told}")
            bad = [
                (most >= LIMIT, "too much memory"), (code not in CODES, f"unexpected {code}"), (not asked, "never asked"),
                (answer.get("status") == "booked" and not held, "told as booked, and nothing is held"),
                (answer.get("status") == "cancelled" and held, "told as cancelled, and it is held"),
            ]
            for is_bad, what in bad:
                if is_bad:
                    wrong += 1
                    print(f"WRONG: {fault} at {place}: {what}", file=sys.stderr)
print(f"{tried} floods; the most memory ever was {worst[0]:.1f} MB ({worst[1]})")
print(json.dumps({"floods": tried, "peak_mb": round(worst[0], 1), "wrong": wrong}))
sys.exit(1 if wrong else 0)
