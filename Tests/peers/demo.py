#!/usr/bin/env python3
"""Drives resy-mcp over stdio MCP on the simulated Resy; prints each call and its answer.

    demo.py resy-mcp resy-sandbox [--evening]

Without --evening a table is found, booked, listed and cancelled; with it a whole evening goes by.
"""
import sys
import tempfile

from sandbox import Client, Sandbox
from tables import bookable

binary, simulator = sys.argv[1:3]
is_evening = "--evening" in sys.argv[3:]


def show(client, tool, expect=None, most=14, **arguments):
    shown = {k: ("********" if k == "password" else v if len(str(v)) < 60 else str(v)[:24] + "…") for k, v in arguments.items()}
    print(f"\n→ {tool} " + ", ".join(f"{k}={v!r}" for k, v in shown.items()))
    result = client.call(tool, **arguments)
    lines = result["content"][0]["text"].splitlines()
    for line in lines[:most]:
        print(f"  {line if len(line) < 150 else line[:149] + '…'}")
    if len(lines) > most:
        print(f"  … and {len(lines) - most} more lines")
    if result.get("isError"):
        raise SystemExit(f"demo: {tool} failed")
    answer = result["structuredContent"]
    if expect and answer.get("status") != expect:
        raise SystemExit(f"demo: expected {expect}, got {answer.get('status')}")
    return answer, result


def agreed(client, tool, done, why, **arguments):
    """The call, and where it waits for a yes the same again with one."""
    answer, _ = show(client, tool, **arguments)
    if answer["status"] == "needs_confirmation":
        print(f"\n  ({why})")
        answer, _ = show(client, tool, confirm_token=answer["confirm_token"], **arguments)
    if answer["status"] != done:
        raise SystemExit(f"demo: expected {done}, got {answer['status']}")
    return answer


def table(client):
    found, _ = show(
        client, "check_availability", restaurant_name="Carbone", location="New York", date="Saturday", party_size=2,
        preferred_time="7pm", flexibility_minutes=30)
    slot = bookable(found, "tables", "other_tables")[0]
    booked = agreed(
        client, "make_reservation", "booked", "the person reads the terms and says yes", restaurant_name="Carbone",
        location="New York", date="Saturday", party_size=2, time=slot["time"], seating=slot["seating"])
    show(client, "my_reservations")
    return booked["confirmation_id"]


def evening(client):
    show(
        client, "find_tables", query="Italian", location="West Village", dates="Friday, Saturday", party_size=2,
        preferred_time="8pm", limit=3)
    full, _ = show(
        client, "check_availability", restaurant_name=FULL, date="Saturday", party_size=2, preferred_time="8pm", most=4)
    if not full.get("notify"):
        raise SystemExit("demo: Notify was not offered")
    show(
        client, "notify_me", expect="added", action="add", restaurant_name=FULL, date="Saturday", party_size=2,
        earliest="7pm", latest="9pm")
    show(
        client, "watch_tables", action="add", restaurant_name="Carbone", dates="Friday, Saturday", party_size=2,
        earliest="7pm", latest="9pm", max_fee=50)
    booked = agreed(
        client, "make_reservation", "booked", "the person reads the terms and says yes", restaurant_name="Carbone",
        location="New York", date="Saturday", time="7pm", party_size=2, seating="Dining Room")
    _, listed = show(client, "my_reservations", calendar=True)
    calendar = next(block["resource"] for block in listed["content"] if block["type"] == "resource")
    print("  and a calendar: " + next(line for line in calendar["text"].split("\r\n") if line.startswith("SUMMARY")))
    changed = agreed(
        client, "change_reservation", "changed", "the person sees both tables, and says yes",
        confirmation_id=booked["confirmation_id"], time="8pm")
    return changed["new"]["confirmation_id"]


# Never has a table; takes Notify requests.
FULL = "Sold Out Supper"

with Sandbox(simulator, "--tls") as sandbox, tempfile.TemporaryDirectory() as home:
    print(f"The simulated Resy listens at {sandbox.tls_url} (TLS, HTTP/2).")
    client = Client(
        [binary, "serve"],
        {
            "RESY_MCP_HOME": home, "RESY_API_URL": sandbox.tls_url, "RESY_CACERT": sandbox.cacert,
            "RESY_PACE": "0", "RESY_BUDGET": "0", "HOME": home,
        })
    server = client.open()
    print(f"Connected to {server['serverInfo']['name']} {server['serverInfo']['version']} over stdio.")
    show(client, "store_resy_credentials", email="sam@example.com", password="correct horse battery")
    held = evening(client) if is_evening else table(client)
    agreed(
        client, "cancel_reservation", "cancelled", "the person reads what it costs and says yes", confirmation_id=held)
    left, _ = show(client, "my_reservations")
    if left["reservations"]:
        raise SystemExit("demo: the cancelled table is still listed")
    if client.close() != 0:
        raise SystemExit("demo: the server did not end well")
print("\nAn evening was planned, changed and called off." if is_evening else "\nA table was booked and cancelled.")
