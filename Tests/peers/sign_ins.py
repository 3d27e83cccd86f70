#!/usr/bin/env python3
"""Sign-ins through a real browser, one after the other, some killed at a random moment: nothing may be left behind.

    sign_ins.py BIN-FOLDER [COUNT]
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
    "PATH": "/usr/bin:/bin", "HOME": home, "RESY_MCP_HOME": home + "/resy", "TMPDIR": temp, "RESY_PACE": "0",
    "RESY_CHROMIUM": browser_script(folder), "RESY_CURL_VERBOSE": "1", "RESY_LOG_LEVEL": "trace",
}
killed = signed_in = 0
times = []
with Sandbox(f"{binaries}/resy-sandbox", "--web") as sandbox:
    environment["RESY_API_URL"], environment["RESY_WEB_URL"] = sandbox.url, sandbox.ready["web"]
    sandbox.control("/switches", {"block": "authProgramsPage"})
    for number in range(count):
        # The lock-out guard counts tries of a home; each of these is a morning of its own.
        shutil.rmtree(home, ignore_errors=True)
        os.mkdir(home)
        start = time.monotonic()
        login = subprocess.Popen(
            [f"{binaries}/resy-mcp", "login", "--browser", "--email", "sam@example.com", "--password-stdin"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
        login.stdin.write(PASSWORD.encode() + b"\n")
        login.stdin.close()
        is_last = number == count - 1
        # Killed in two of five; the last one sweeps up.
        if not is_last and chance.random() < 0.4:
            time.sleep(chance.uniform(0, 3))
            login.send_signal(chance.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
            killed += 1
            said += login.stdout.read()
            login.wait()
        else:
            said += login.stdout.read()
            check(login.wait() == 0, f"sign-in {number} ended with {login.returncode}: {said[-600:].decode()}")
            signed_in += 1
            times.append(time.monotonic() - start)
        check(wait_until(lambda: not processes(folder)), f"sign-in {number} left processes")
        check(not files_with(folder, SECRETS, but=["resy.enc"]), f"sign-in {number} left a secret in a file")
check(not os.listdir(temp), f"folders are left: {os.listdir(temp)}")
check(not any(secret in said for secret in SECRETS), "a secret was said")
shutil.rmtree(folder, ignore_errors=True)
times.sort()
print(f"{count} sign-ins: {signed_in} to their end (median {times[len(times) // 2]:.2f} s), {killed} killed; "
      f"{len(faults)} faults (SEED={seed})")
sys.exit(1 if faults else 0)
