#!/usr/bin/env python3
"""Books, writes the calendar and reads it with an independent parser; cancels, and reads it again."""
import datetime
import os
import subprocess
import sys
import tempfile

import icalendar

from sandbox import Client, Sandbox

folder = sys.argv[1]
binary = os.environ.get("RESY_MCP_BINARY", f"{folder}/resy-mcp")


def events(text):
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["METHOD"] == "PUBLISH" and calendar["VERSION"] == "2.0", calendar
    assert not calendar.errors, calendar.errors
    found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    for event in found.values():
        assert not event.errors, event.errors
        assert all(str(alarm["ACTION"]) == "DISPLAY" for alarm in event.walk("VALARM"))
    return found


with tempfile.TemporaryDirectory() as home, Sandbox(f"{folder}/resy-sandbox") as sandbox:
    env = {
        "HOME": home, "PATH": "/usr/bin:/bin", "RESY_API_URL": sandbox.url, "RESY_PACE": "0", "RESY_BUDGET": "0",
        "RESY_CHROMIUM": "/nonexistent/browser",
    }

    def run(*words, stdin=None):
        return subprocess.run(
            [binary, *words], input=stdin, env=env, stdout=subprocess.PIPE, check=True, timeout=60).stdout

    run("login", "--email", "sam@example.com", "--password-stdin", stdin=b"correct horse battery\n")
    day = (datetime.date.today() + datetime.timedelta(days=6)).isoformat()
    run("book", "Example Trattoria", day, "7pm", "--yes", "--max-fee", "500")
    run("book", "Card & Hold", (datetime.date.today() + datetime.timedelta(days=8)).isoformat(), "8pm", "--yes",
        "--max-fee", "500")
    first = run("list", "--ics")
    assert run("list", "--ics") == first, "the same tables, another file"
    assert all(len(line) <= 75 for line in first.split(b"\r\n")) and b"\n" not in first.replace(b"\r\n", b"")
    found = events(first)
    assert len(found) == 2, found
    for event in found.values():
        assert event["STATUS"] == "CONFIRMED" and int(event["SEQUENCE"]) == 0
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        assert start.tzinfo is not None and end - start == datetime.timedelta(hours=2)
        # New York is four or five hours behind.
        assert start.astimezone(datetime.timezone.utc).hour in (23, 0, 1), start
    # The same from the server, as a file of the answer.
    client = Client([binary, "serve"], env, stderr=subprocess.DEVNULL)
    client.open()
    result = client.call("my_reservations", calendar=True)
    client.close()
    block = [part for part in result["content"] if part["type"] == "resource"][0]["resource"]
    assert block["mimeType"] == "text/calendar" and block["text"].encode() == first
    with open(result["structuredContent"]["calendar_file"], "rb") as kept:
        assert kept.read() == first
    assert os.stat(result["structuredContent"]["calendar_file"]).st_mode & 0o777 == 0o600
    run("cancel", "Example Trattoria", "--yes")
    after = events(run("list", "--ics"))
    assert set(after) == set(found)
    gone = [event for event in after.values() if event["STATUS"] == "CANCELLED"]
    assert len(gone) == 1 and int(gone[0]["SEQUENCE"]) == 1, after
print("calendar: an independent parser reads it, twice is the same, and what was cancelled is told")
