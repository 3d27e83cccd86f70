#!/usr/bin/env python3
"""first_functions.py PROGRAM SIMULATOR LIBRARY: the functions that run until a client has the list of tools, then those of a look, a
booking and its cancellation, one section's name a line.

PROGRAM has its symbols; it runs under callgrind, in a home of its own. Of C, only LIBRARY has a section for each function."""
import glob
import os
import re
import shlex
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../Tests/peers"))
from bench import BUSY_NAME, book, cancel, check, served, signed_in, started

program, simulator, library = sys.argv[1:]


def watched(folder, *flags):
    """What starts the program under callgrind, which leaves what it saw in the folder."""
    script = f"{folder}/watched"
    with open(script, "w") as text:
        text.write(
            "#!/bin/sh\nexec " + shlex.join(
                ["/usr/bin/valgrind", "-q", "--tool=callgrind", "--demangle=no", *flags, f"--callgrind-out-file={folder}/ran", program])
            + ' "$@" 2> /dev/null\n')
    os.chmod(script, 0o755)
    return script


def ran(folder):
    text = "".join(open(part).read() for part in glob.glob(f"{folder}/ran*"))
    names = set(re.findall(r"^c?fn=\(\d+\) ([\w.$]+)$", text, re.M))
    if len(names) < 500:
        raise SystemExit(f"first_functions: only {len(names)} functions ran")
    return names


def of_start():
    with tempfile.TemporaryDirectory() as folder:
        client, _ = started(watched(folder), folder)
        client.request("tools/list")
        client.close()
        return ran(folder)


def of_booking():
    """Of warm ones: a sign-in and its handshake come once."""
    with tempfile.TemporaryDirectory() as folder:
        with served(simulator) as sandbox, signed_in(watched(folder, "--instr-atstart=no"), sandbox) as client:
            for number in range(4):
                if number == 2:
                    subprocess.run(
                        ["callgrind_control", "-i", "on", str(client.process.pid)], check=True,
                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                found = check(client, number)[1]
                cancel(client, book(client, found)[1])
                check(client, number, BUSY_NAME)
        return ran(folder)


headers = subprocess.run(["readelf", "--wide", "--section-headers", library], capture_output=True, text=True, check=True).stdout
own = set(re.findall(r" \.text\.([\w.$]+) ", headers))


def has_section(name):
    # Swift's own libraries have them too, those in C++ among them.
    return name in own or name.startswith(("$s", "_Z", "swift_", "_swift_", "__swift_"))


start = {name for name in of_start() if name.startswith("$s")}
booking = {name for name in of_booking() if has_section(name)} - start
print("\n".join(f".text.{name}" for names in (start, booking) for name in sorted(names)))
