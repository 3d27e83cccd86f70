#!/usr/bin/env python3
"""Drives resy-mcp with the official Python client, in each way that client opens a connection.

    python3 -m venv .venv && .venv/bin/pip install -r Tests/peers/requirements.txt
    .venv/bin/python Tests/peers/mcp_client_check.py --env RESY_API_URL=http://127.0.0.1:9201 \
        --restaurant "Example Trattoria" --date tomorrow -- .build/debug/resy-mcp

Lists the tools and calls all five: stores credentials, checks, books (with the confirm token where one is
asked for), lists and cancels. Every line the server writes is also checked against the official schemas in
mcp-schema/, and every structured result against the tool's own output schema.

--elicit gives the client a person to ask, who accepts, declines or dismisses each question; without it nobody is asked
and a booking that costs money goes by the confirm token.

Without a simulator behind the server, --surface-only takes tool errors for an answer and checks their form.
Exit status: 0 all passed, 1 failures.
"""
import argparse
import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import threading

from tables import bookable

HERE = os.path.dirname(os.path.abspath(__file__))
MODERN, HANDSHAKE = "2026-07-28", "2025-11-25"
TOOLS = [
    "check_availability", "find_tables", "open_days", "make_reservation", "change_reservation", "cancel_reservation",
    "my_reservations", "notify_me", "watch_tables", "store_resy_credentials",
]
CODES = {
    "bad_request", "not_signed_in", "sign_in_failed", "sign_in_blocked", "captcha", "venue_not_found",
    "venue_ambiguous", "slot_gone", "conflict", "payment_required", "reservation_not_found", "reservation_ambiguous",
    "rate_limited", "blocked", "network", "schema_changed", "resy_error",
}


# ---- the recorder: stands between client and server and writes down both directions -------------------------


def record(log_path, command):
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    lock = threading.Lock()

    def pump(source, target, mark, log):
        for line in source:
            with lock:
                log.write(mark + line.rstrip(b"\n") + b"\n")
                log.flush()
            try:
                target.write(line)
                target.flush()
            except BrokenPipeError:
                break
        try:
            target.close()
        except BrokenPipeError:
            pass

    with open(log_path, "ab") as log:
        threading.Thread(target=pump, args=(sys.stdin.buffer, server.stdin, b"> ", log), daemon=True).start()
        pump(server.stdout, sys.stdout.buffer, b"< ", log)
        status = server.wait()
        with lock:
            log.write(b"= %d\n" % status)
    os._exit(0)


# ---- the judge ---------------------------------------------------------------------------------------------


class Report:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def check(self, good, what, detail=""):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAIL {what}" + (f": {detail}" if detail else ""))
        return bool(good)


class Schemas:
    RESULTS = {
        "initialize": "InitializeResult", "server/discover": "DiscoverResult", "tools/list": "ListToolsResult",
        "tools/call": "CallToolResult", "ping": "EmptyResult",
    }

    def __init__(self):
        self.documents = {}
        for version in (MODERN, HANDSHAKE):
            with open(os.path.join(HERE, "mcp-schema", version + ".json"), encoding="utf-8") as file:
                self.documents[version] = json.load(file)

    def faults(self, version, definition, value):
        from jsonschema import Draft202012Validator

        document = self.documents[version]
        schema = {"$schema": document["$schema"], "$defs": document["$defs"], "$ref": f"#/$defs/{definition}"}
        return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:120]}" for e in
                Draft202012Validator(schema).iter_errors(value)]


def check_lines(log_path, schemas, report, mode):
    """Every line of the server, by the rules of the request it answers."""
    from jsonschema import Draft202012Validator

    requests, output_schemas, lines, status = {}, {}, 0, None
    with open(log_path, "rb") as log:
        for raw in log:
            mark, text = raw[:2], raw[2:]
            if mark == b"= ":
                status = int(text)
                continue
            if mark == b"> ":
                message = json.loads(text)
                if "id" in message and "method" in message:
                    meta = (message.get("params") or {}).get("_meta") or {}
                    modern = "io.modelcontextprotocol/protocolVersion" in meta and message["method"] != "initialize"
                    name = (message.get("params") or {}).get("name")
                    requests[message["id"]] = (message["method"], MODERN if modern else HANDSHAKE, name)
                continue
            lines += 1
            try:
                message = json.loads(text.decode("utf-8"))
            except ValueError as error:
                report.check(False, f"{mode}: a line that is no JSON", f"{error}: {text[:80]!r}")
                continue
            where = f"{mode}: line {lines}"
            if "method" in message and "id" in message:
                faults = schemas.faults(HANDSHAKE, "ElicitRequest", message)
                report.check(message["method"] == "elicitation/create" and not faults, f"{where}: ElicitRequest", faults[:3])
                continue
            if "method" in message:
                version = next((v for _, v, _ in requests.values()), HANDSHAKE)
                report.check(message["method"] == "notifications/progress", f"{where} is a notification we know", message)
                faults = schemas.faults(version, "ProgressNotification", message)
                report.check(not faults, f"{where}: ProgressNotification", faults[:3])
                continue
            known = requests.get(message.get("id"))
            if not report.check(known is not None, f"{where} answers a request", text[:120]):
                continue
            method, version, name = known
            if "error" in message:
                faults = schemas.faults(version, "JSONRPCErrorResponse", message)
                report.check(not faults, f"{where}: error of {method}", faults[:3])
                continue
            faults = schemas.faults(version, "JSONRPCResultResponse", message)
            result = message["result"]
            if version == MODERN and method == "tools/call" and result.get("resultType") == "input_required":
                faults += schemas.faults(version, "InputRequiredResult", result)
                report.check(not faults, f"{where}: input_required of {name}", faults[:3])
                report.check("io.modelcontextprotocol/serverInfo" in result.get("_meta", {}), f"{where}: serverInfo")
                continue
            faults += schemas.faults(version, schemas.RESULTS.get(method, "EmptyResult"), result)
            report.check(not faults, f"{where}: result of {method}", faults[:3])
            if version == MODERN:
                report.check(result.get("resultType") == "complete", f"{where}: resultType", result.get("resultType"))
                report.check("io.modelcontextprotocol/serverInfo" in result.get("_meta", {}), f"{where}: serverInfo")
            if method == "tools/list":
                output_schemas = {tool["name"]: tool["outputSchema"] for tool in result["tools"]}
            if method == "tools/call" and not result.get("isError"):
                errors = list(Draft202012Validator(output_schemas.get(name, {})).iter_errors(result["structuredContent"]))
                report.check(not errors, f"{where}: {name} fits its output schema", [e.message[:120] for e in errors[:3]])
    report.check(lines > 0, f"{mode}: the server said something")
    report.check(status == 0, f"{mode}: the server left with status 0", status)


# ---- the conversation --------------------------------------------------------------------------------------


class Person:
    """Who answers the questions that the server asks."""

    def __init__(self, action):
        self.action, self.questions = action, []

    async def answer(self, _, params):
        from mcp_types import ElicitResult

        self.questions.append(params)
        await asyncio.sleep(1.2)  # sooner than a second, a decline counts as one that nobody saw
        field = next(iter(params.requested_schema["properties"]))
        return ElicitResult(action=self.action, content={field: True} if self.action == "accept" else None)


async def converse(client, options, report, mode, person):
    listed = await client.list_tools()
    report.check([tool.name for tool in listed.tools] == TOOLS, f"{mode}: all tools", [t.name for t in listed.tools])
    report.check(listed.next_cursor is None, f"{mode}: one page")

    async def call(name, arguments, fails=None):
        """The structured result; None after an error, whose form is checked."""
        result = await client.call_tool(name, arguments)
        text = "".join(getattr(block, "text", "") for block in result.content)
        report.check(text.strip(), f"{mode}: {name} has text")
        if not result.is_error:
            report.check(fails is None, f"{mode}: {name} should have failed with {fails}", text[:160])
            return result.structured_content
        error = (result.meta or {}).get("resy-mcp/error") or {}
        report.check(result.structured_content is None, f"{mode}: {name}: no structured content beside an error")
        report.check(error.get("code") in CODES and error.get("message") and "hint" in error,
                     f"{mode}: {name}: error in _meta", error)
        report.check(error.get("message", "?") in text, f"{mode}: {name}: the text says the same", text[:160])
        expected = fails is None and options.surface_only or error.get("code") == fails
        report.check(expected, f"{mode}: {name} failed", text[:300])
        return None

    await call("check_availability", {"restaurant": options.restaurant}, fails="bad_request")
    await call("find_tables", {"dates": options.date}, fails="bad_request")
    await call("open_days", {}, fails="bad_request")
    await call("make_reservation", {"restaurant_name": options.restaurant}, fails="bad_request")
    await call("change_reservation", {"confirmation_id": "RESY-1"}, fails="bad_request")
    await call("cancel_reservation", {"confirmation_id": "x"}, fails="bad_request")
    await call("watch_tables", {"action": "add"}, fails="bad_request")

    stored = await call("store_resy_credentials", {"email": options.email, "password": options.password})
    if stored:
        report.check(stored["email"] == options.email and stored["verified"] is True, f"{mode}: signed in", stored)

    place = {"restaurant_name": options.restaurant, "date": options.date, "party_size": options.party}
    if options.location:
        place["location"] = options.location
    found = await call("check_availability", place)
    several = {"restaurants": [options.restaurant], "dates": options.date, "party_size": options.party}
    await call("find_tables", {**several, **({"location": options.location} if options.location else {})})
    await call("open_days", {key: place[key] for key in place if key != "date"})
    watch = {key: place[key] for key in place if key != "date"}
    watched = await call("watch_tables", {"action": "add", **watch, "dates": options.date})
    if watched:
        report.check(watched["runs"] is False, f"{mode}: nobody looks for the watches", watched)
        ids = [one["id"] for one in watched["watches"]]
        left = await call("watch_tables", {"action": "remove", "id": ids[0]})
        report.check(left and left["watches"] == [], f"{mode}: no longer watched", left)
    await call("notify_me", {"action": "remove"}, fails="bad_request")
    noted = await call("notify_me", {"action": "add", **place})
    if noted and report.check(noted["status"] == "added", f"{mode}: on the Notify list", noted):
        number = noted["notifies"][0]["id"]
        there = await call("notify_me", {"action": "add", **place})
        report.check(there and there["status"] == "exists", f"{mode}: asked for once", there)
        gone = await call("notify_me", {"action": "remove", "id": number})
        report.check(gone and gone["status"] == "removed", f"{mode}: off the Notify list", gone)
        rest = await call("notify_me", {"action": "list"})
        report.check(rest and rest["notifies"] == [], f"{mode}: none left", rest)
    free = [table for table in bookable(found or {}) if table["date"] is None]
    if found and report.check(free, f"{mode}: a free table", found):
        time = options.time or free[0]["time"]
        wanted = {**place, "time": time}
        booked = await call("make_reservation", wanted)
        if person:
            report.check(len(person.questions) == 1, f"{mode}: one question", person.questions)
            report.check(all(len(q.message) <= 500 for q in person.questions), f"{mode}: a short one")
            ends = {"accept": "booked", "decline": "declined", "cancel": "needs_confirmation"}
            report.check(booked and booked["status"] == ends[person.action], f"{mode}: {person.action}", booked)
            if person.action == "decline":
                report.check(booked and "confirm_token" not in booked, f"{mode}: no token after a no", booked)
                held = await call("my_reservations", {})
                report.check(held and held["reservations"] == [], f"{mode}: nothing was booked", held)
                return
        if booked and booked["status"] == "needs_confirmation":
            report.check(re.fullmatch(r"[A-Za-z0-9]{20,26}", booked["confirm_token"]), f"{mode}: a confirm token", booked)
            booked = await call("make_reservation", {**wanted, "confirm_token": booked["confirm_token"]})
        if booked and report.check(booked["status"] == "booked", f"{mode}: booked", booked):
            number = booked["confirmation_id"]
            report.check(re.fullmatch(r"RESY-\d+", number or ""), f"{mode}: confirmation id", number)
            report.check(booked["time"] == time and booked["party_size"] == options.party, f"{mode}: as asked", booked)
            held = await call("my_reservations", {"calendar": True})
            ids = [r["confirmation_id"] for r in (held or {}).get("reservations", [])]
            report.check(held and os.path.isfile(held["calendar_file"]), f"{mode}: a calendar", held)
            report.check(number in ids and held["synced"] is True, f"{mode}: it is listed", held)
            gone = await call("cancel_reservation", {"confirmation_id": number})
            if gone and gone["status"] == "needs_confirmation":
                gone = await call("cancel_reservation",
                                  {"confirmation_id": number, "confirm_token": gone["confirm_token"]})
            report.check(gone and gone["status"] == "cancelled", f"{mode}: cancelled", gone)
            held = await call("my_reservations", {})
            ids = [r["confirmation_id"] for r in (held or {}).get("reservations", [])]
            report.check(number not in ids, f"{mode}: it is listed no more", held)
    else:
        await call("make_reservation", {**place, "time": "19:00"})
        await call("cancel_reservation", {"confirmation_id": "RESY-1"})
        await call("my_reservations", {})


async def check(mode, options, schemas, report):
    from mcp import Client
    from mcp.client.stdio import StdioServerParameters

    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "lines.log")
        # A server that keeps nothing from one mode to the next, unless --env names a home.
        environment = {"HOME": folder, "PATH": os.environ.get("PATH", ""), "RESY_MCP_HOME": os.path.join(folder, "home")}
        environment.update(pair.split("=", 1) for pair in options.env)
        server = StdioServerParameters(
            command=sys.executable, args=[os.path.abspath(__file__), "--record", log, "--", *options.command],
            env=environment, cwd="/")
        person = Person(options.elicit) if options.elicit else None
        asking = {"elicitation_callback": person.answer} if person else {}
        async with Client(server, mode=mode, read_timeout_seconds=60, **asking) as client:
            version = client.protocol_version
            report.check(version == (HANDSHAKE if mode == "legacy" else MODERN), f"{mode}: speaks {version}", version)
            if mode != MODERN:  # pinned to a revision it asks nobody, so it knows no name
                report.check(client.server_info.name == "resy-mcp", f"{mode}: server info")
            await converse(client, options, report, mode, person)
        for _ in range(50):  # the recorder writes its last line after the client let go
            with open(log, "rb") as file:
                if b"\n= " in file.read():
                    break
            await asyncio.sleep(0.05)
        check_lines(log, schemas, report, mode)
    print(f"{mode}: {version}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", help=argparse.SUPPRESS)
    parser.add_argument("--mode", action="append", choices=["auto", "legacy", MODERN])
    parser.add_argument("--env", action="append", default=[], metavar="NAME=VALUE", help="passed to the server")
    parser.add_argument("--email", default="you@example.com")
    parser.add_argument("--password", default="correct horse battery staple")
    parser.add_argument("--restaurant", default="Example Trattoria")
    parser.add_argument("--location")
    parser.add_argument("--date", default="tomorrow")
    parser.add_argument("--time", help="else the first free one")
    parser.add_argument("--party", type=int, default=2)
    parser.add_argument("--elicit", choices=["accept", "decline", "cancel"], help="how a person answers each question")
    parser.add_argument("--surface-only", action="store_true", help="tool errors are answers: nothing is behind the server")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if options.command[:1] == ["--"]:
        options.command = options.command[1:]
    if not options.command:
        parser.error("give the server command after --")
    if options.record:
        record(options.record, options.command)
    options.command[0] = os.path.abspath(options.command[0])
    schemas, report = Schemas(), Report()
    for mode in options.mode or ["auto", "legacy", MODERN]:
        asyncio.run(check(mode, options, schemas, report))
    print(f"{report.passed} passed, {report.failed} failed")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
