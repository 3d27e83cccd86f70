#!/usr/bin/env python3
"""Sign-ins through a real browser, one after the other: some killed at a random moment, and then some on sites that other
people might have built. Nothing may be left behind, and nothing pressed a second time while the first press is answered.

    sign_ins.py BIN-FOLDER [COUNT [COUNT-ON-EACH-OTHER-SITE]]
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from browsers import browser_script, files_with, processes, wait_until
from sandbox import Sandbox

binaries, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 50
each = int(sys.argv[3]) if len(sys.argv) > 3 else count
DESIGNS = ["steps", "bareSteps", "shadow", "decoys"]
PASSWORD = "correct horse battery"
# The head of every token of the simulator.
SECRETS = [PASSWORD.encode(), b"eyJhbGci"]
seed = int(os.environ.get("SEED", random.randrange(1 << 30)))
chance = random.Random(seed)
faults = []
said = b""


def check(is_so, words):
    if not is_so:
        faults.append(words)
        print(f"  FAULT: {words}", flush=True)


folder = tempfile.mkdtemp(prefix="sign-ins-")
temp, home = os.path.join(folder, "tmp"), os.path.join(folder, "home")
os.mkdir(temp)
environment = {
    "PATH": "/usr/bin:/bin", "HOME": home, "RESY_MCP_HOME": home + "/resy", "TMPDIR": temp, "RESY_PACE": "0", "RESY_BUDGET": "0",
    "RESY_CHROMIUM": browser_script(folder), "RESY_CURL_VERBOSE": "1", "RESY_LOG_LEVEL": "trace",
}
killed = 0
times = []
with Sandbox(f"{binaries}/resy-sandbox", "--web") as sandbox:
    environment["RESY_API_URL"], environment["RESY_WEB_URL"] = sandbox.url, sandbox.ready["web"]
    sandbox.control("/switches", {"block": "authProgramsPage"})
    def begin():
        # The lock-out guard counts tries of a home; each of these is a morning of its own.
        shutil.rmtree(home, ignore_errors=True)
        os.mkdir(home)
        login = subprocess.Popen(
            [f"{binaries}/resy-mcp", "login", "--browser", "--email", "sam@example.com", "--password-stdin"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
        login.stdin.write(PASSWORD.encode() + b"\n")
        login.stdin.close()
        return login

    def end(login, name):
        """Its time, where it went well."""
        global said
        start = time.monotonic()
        said += login.stdout.read()
        check(login.wait() == 0, f"{name} ended with {login.returncode}: {said[-600:].decode()}")
        return time.monotonic() - start

    def check_leftovers(name):
        check(wait_until(lambda: not processes(folder)), f"{name} left processes")
        check(not files_with(folder, SECRETS, but=["resy.enc"]), f"{name} left a secret in a file")

    for number in range(count):
        login = begin()
        is_last = number == count - 1
        # Killed in two of five; the last one sweeps up.
        if not is_last and chance.random() < 0.4:
            time.sleep(chance.uniform(0, 3))
            login.send_signal(chance.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
            killed += 1
            said += login.stdout.read()
            login.wait()
        else:
            times.append(end(login, f"sign-in {number}"))
        check_leftovers(f"sign-in {number}")
    for design in DESIGNS:
        sandbox.control("/switches", {"site": {"design": design}})
        there = []
        for number in range(each):
            sandbox.control("/clear", {})
            name = f"sign-in {number} at {design}"
            there.append(end(begin(), name))
            seen = [visit["path"] for visit in sandbox.control("/visits")["visits"]]
            check("/seen/opened/1" in seen and "/seen/opened/2" not in seen, f"{name} pressed twice: {seen}")
            check("/seen/decoy" not in seen, f"{name} filled in what was for something else")
            check_leftovers(name)
        there.sort()
        if there:
            print(f"{design}: {each} sign-ins, median {there[each // 2]:.2f} s, longest {there[-1]:.2f} s", flush=True)
check(not os.listdir(temp), f"folders are left: {os.listdir(temp)}")
check(not any(secret in said for secret in SECRETS), "a secret was said")
shutil.rmtree(folder, ignore_errors=True)
times.sort()
print(f"{count} sign-ins: {len(times)} to their end (median {times[len(times) // 2]:.2f} s), {killed} killed; "
      f"{len(faults)} faults (SEED={seed})")
sys.exit(1 if faults else 0)
