#!/usr/bin/env python3
"""Drives resy-mcp over stdio MCP through an evening out, on the simulated Resy; prints each call and its answer."""
import sys
import tempfile

from sandbox import Client, Sandbox
from tables import bookable

binary, simulator = sys.argv[1:3]


def show(client, tool, expect=None, **arguments):
    shown = {k: ("********" if k == "password" else v if len(str(v)) < 60 else str(v)[:24] + "…") for k, v in arguments.items()}
    print(f"\n→ {tool} " + ", ".join(f"{k}={v!r}" for k, v in shown.items()))
    result = client.call(tool, **arguments)
    lines = result["content"][0]["text"].splitlines()
    for line in lines[:14]:
        print(f"  {line if len(line) < 150 else line[:149] + '…'}")
    if len(lines) > 14:
        print(f"  … and {len(lines) - 14} more lines")
    if result.get("isError"):
        raise SystemExit(f"demo: {tool} failed")
    answer = result["structuredContent"]
    if expect and answer.get("status") != expect:
        raise SystemExit(f"demo: expected {expect}, got {answer.get('status')}")
    return answer


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
    found = show(
        client, "check_availability", restaurant_name="Carbone", location="New York", date="Saturday", party_size=2,
        preferred_time="7pm", flexibility_minutes=30)
    slots = bookable(found, "tables", "other_tables")
    wish = {"restaurant_name": "Carbone", "location": "New York", "date": "Saturday", "party_size": 2,
            "time": slots[0]["time"], "seating": slots[0]["seating"]}
    booked = show(client, "make_reservation", **wish)
    if booked["status"] == "needs_confirmation":
        print("\n  (the person reads the terms and says yes)")
        booked = show(client, "make_reservation", expect="booked", confirm_token=booked["confirm_token"], **wish)
    show(client, "my_reservations")
    gone = show(client, "cancel_reservation", confirmation_id=booked["confirmation_id"])
    if gone["status"] == "needs_confirmation":
        print("\n  (the person reads what it costs and says yes)")
        gone = show(
            client, "cancel_reservation", confirmation_id=booked["confirmation_id"], confirm_token=gone["confirm_token"])
    if gone["status"] != "cancelled":
        raise SystemExit("demo: the table was not cancelled")
    left = show(client, "my_reservations")
    if left["reservations"]:
        raise SystemExit("demo: the cancelled table is still listed")
    if client.close() != 0:
        raise SystemExit("demo: the server did not end well")
print("\nA table was booked and cancelled.")
