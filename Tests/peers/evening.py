"""A server on a home of its own before a simulated Resy, and the ways to kill it in the middle of a call."""
import json
import os
import signal
import sqlite3
import tempfile
import threading

from sandbox import Client
from wire import Wire

BOOK, TELL = "/3/book", "/2/reservation/special_request"


class Killed:
    """A server whose next step, or a timer, kills it."""

    def __init__(self, server):
        self.pid, self.dead = server.process.pid, threading.Event()

    def __call__(self, *_):
        if not self.dead.is_set():
            os.kill(self.pid, signal.SIGKILL)
            self.dead.set()


class Evening:
    """One home, one simulated Resy put back to its start, and the wire between them."""

    def __init__(self, binary, sandbox, **env):
        self.binary, self.sandbox, self.env = binary, sandbox, env
        sandbox.control("/reset", {})
        # Another table of the same hall at the same minute is no conflict: a second booking would go through.
        sandbox.control("/switches", {"conflictMinutes": -1})
        self.folder = tempfile.TemporaryDirectory()
        self.wire = Wire(sandbox.url)
        server = self.server()
        server.call("store_resy_credentials", email="sam@example.com", password="correct horse battery")
        server.close()

    def server(self):
        home = self.folder.name
        client = Client([self.binary, "serve"], {
            "RESY_MCP_HOME": home, "HOME": home, "RESY_API_URL": self.wire.url, "RESY_PACE": "0", "RESY_BUDGET": "0",
            "SWIFT_BACKTRACE": "enable=no", **self.env})
        client.open()
        return client

    def held(self):
        return sorted(f"RESY-{one['id']}" for one in self.sandbox.control("/state")["reservations"])

    def sent(self, path=BOOK):
        return len(self.sandbox.control(f"/requests?path={path}")["requests"])

    def written(self):
        """How often each text was taken: what never got to Resy is no writing."""
        count = {}
        for one in self.sandbox.control(f"/requests?path={TELL}")["requests"]:
            if one["status"] == 200:
                count[one["body"].split("&", 1)[1]] = count.get(one["body"].split("&", 1)[1], 0) + 1
        return count

    def let_pass(self, seconds):
        """Makes what this home remembers older, as if that much time had passed."""
        with sqlite3.connect(self.folder.name + "/resy.sqlite") as database:
            database.execute("UPDATE journal SET created_at = created_at - ?, updated_at = updated_at - ?", (seconds, seconds))
            database.execute("UPDATE reservations SET recorded_at = recorded_at - ?", (seconds,))
            database.execute("UPDATE wishes SET created_at = created_at - ?, touched_at = touched_at - ?", (seconds, seconds))
        database.close()

    def close(self):
        self.wire.close()
        self.folder.cleanup()


def ask_and_kill(evening, tool, arguments, step):
    """Asks, and kills at the step: a pair as in STEPS, or a number of seconds after the call was written or, as a third,
    after such a step. True if it died of it."""
    server = evening.server()
    kill = Killed(server)
    timer = None
    if isinstance(step, float):
        timer = threading.Timer(step, kill)
    elif len(step) == 3:
        later = threading.Timer(step[2], kill)
        evening.wire.hook = lambda path, at: later.start() if (path, at) == step[:2] and not later.ident else None
    else:
        evening.wire.hook = lambda path, at: kill() if (path, at) == step else None
    message = {"jsonrpc": "2.0", "id": 99, "method": "tools/call", "params": {
        "name": tool, "arguments": arguments, "_meta": {"progressToken": "p"}}}
    server.process.stdin.write(json.dumps(message).encode() + b"\n")
    server.process.stdin.flush()
    if timer:
        timer.start()
    # Each line is an event; the end of the pipe is the end of the process.
    for line in server.process.stdout:
        try:
            told = json.loads(line)
        except ValueError:
            break  # cut off by the kill
        if told.get("method") == "notifications/progress" and step == ("progress", None):
            kill()
        if told.get("id") == 99:
            if step == ("answer", "read") or timer or len(step) == 3:
                kill()
            break
    if timer:
        timer.cancel()
    died = kill.dead.is_set()
    if not died:
        server.process.kill()
    server.process.wait()
    evening.wire.hook = lambda path, at: None
    return died
