#!/usr/bin/env python3
"""`resy-mcp login --headed` on a real display, with a scripted person who solves the challenge in the window.

    person.py BIN-FOLDER

The person sees the browser through its DevTools port, finds the challenge's frame, and clicks with real input.
"""
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request

import websocket

from browsers import browser_script, processes, wait_until
from sandbox import Sandbox

binaries = sys.argv[1]


class Person:
    """A second client of the browser, in one of its frames."""

    def __init__(self, target):
        self.socket = websocket.create_connection(target["webSocketDebuggerUrl"], suppress_origin=True, timeout=20)
        self.number = 0

    def call(self, method, **params):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.number:
                return answer.get("result", {})

    def value(self, expression):
        return self.call("Runtime.evaluate", returnByValue=True, expression=expression).get("result", {}).get("value")

    def click(self, selector):
        """False where it is not there."""
        box = self.value(f"""(() => {{
            const box = document.querySelector({json.dumps(selector)})?.getBoundingClientRect();
            return box ? [box.x + box.width / 2, box.y + box.height / 2] : null; }})()""")
        if not box:
            return False
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)
        return True

    def is_ticked(self, selector):
        return self.value(f"document.querySelector({json.dumps(selector)})?.ariaChecked") == "true"


def targets(temp):
    """What the browser whose folder is below `temp` shows; nothing while it is not there."""
    for path in glob.glob(f"{temp}/*/home/profile/DevToolsActivePort"):
        try:
            with open(path) as file:
                port = file.readline().strip()
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with opener.open(f"http://127.0.0.1:{port}/json/list", timeout=5) as answer:
                return json.load(answer)
        except (OSError, ValueError):
            pass
    return []


folder = tempfile.mkdtemp(prefix="person-")
temp = os.path.join(folder, "tmp")
os.mkdir(temp)
environment = {
    "PATH": "/usr/bin:/bin", "HOME": folder, "RESY_MCP_HOME": folder + "/resy", "TMPDIR": temp, "RESY_PACE": "0", "RESY_BUDGET": "0",
    "RESY_CHROMIUM": browser_script(folder),
}
read, write = os.pipe()
screen = subprocess.Popen(
    ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], pass_fds=[write],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
os.close(write)
environment["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
try:
    with Sandbox(f"{binaries}/resy-sandbox", "--web") as sandbox:
        environment["RESY_API_URL"], environment["RESY_WEB_URL"] = sandbox.url, sandbox.ready["web"]
        sandbox.control("/switches", {"block": "authProgramsPage", "site": {"captcha": "recaptcha"}})
        login = subprocess.Popen(
            [f"{binaries}/resy-mcp", "login", "--headed", "--email", "sam@example.com", "--password-stdin"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
        login.stdin.write(b"correct horse battery\n")
        login.stdin.close()

        clicks = 0

        def solves():
            # A click is lost where the frame's script or its first picture has not come yet: a person clicks again.
            global clicks
            if login.poll() is not None:
                return True
            try:
                frames = [target for target in targets(temp) if "/widget" in target["url"]]
                person = Person(frames[0]) if frames else None
                if not person or not person.click("#anchor"):
                    return False
                clicks += 1
                return wait_until(lambda: person.is_ticked("#anchor"), 1)
            except (websocket.WebSocketException, OSError):
                return False  # the browser ends as soon as the token has come

        solved = wait_until(solves, 60)
        if not solved:
            login.terminate()
        said = login.stdout.read().decode()
        status = login.wait(60)
        gone = wait_until(lambda: not processes(temp)) and not os.listdir(temp)
        kept = os.path.exists(folder + "/resy/.credentials/resy.enc")
        asked = sandbox.look()["requests"]
finally:
    screen.kill()
    screen.wait()
    shutil.rmtree(folder, ignore_errors=True)
print(said, end="")
good = solved and status == 0 and "Signed in to Resy as sam@example.com" in said and gone and kept
print("headed sign-in with a person: " + ("passed" if good else
      f"FAILED (solved {solved} with clicks: {clicks}, status {status}, gone {gone}, kept {kept}; asked for: {asked})"))
sys.exit(0 if good else 1)
