#!/usr/bin/env python3
"""first_functions.py PROGRAM: the Swift functions that run until a client has the list of tools, one section's name a line.

PROGRAM has its symbols; it runs under callgrind, in a home of its own."""
import glob
import json
import re
import subprocess
import sys
import tempfile

started = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "order", "version": "1"}}
asked = [
    {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": started},
    {"jsonrpc": "2.0", "method": "notifications/initialized"},
    {"jsonrpc": "2.0", "id": 2, "method": "tools/list"},
]
with tempfile.TemporaryDirectory() as folder:
    subprocess.run(
        ["valgrind", "-q", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={folder}/ran", sys.argv[1], "serve"],
        input="".join(json.dumps(line) + "\n" for line in asked), text=True, check=True, timeout=300,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={"RESY_MCP_HOME": folder, "HOME": folder, "PATH": "/usr/bin:/bin"})
    ran = "".join(open(part).read() for part in glob.glob(f"{folder}/ran*"))
names = set(re.findall(r"^c?fn=\(\d+\) (\$s\w+)", ran, re.M))
if len(names) < 500:
    raise SystemExit(f"first_functions: only {len(names)} functions ran")
print("\n".join(f".text.{name}" for name in sorted(names)))
