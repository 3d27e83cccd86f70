#!/usr/bin/env python3
"""Runs mcp_client_check.py in each of the client's ways of opening, each on a simulator of its own."""
import os
import subprocess
import sys

from sandbox import Sandbox

folder = sys.argv[1]
binary = os.environ.get("RESY_MCP_BINARY", f"{folder}/resy-mcp")
here = os.path.dirname(os.path.abspath(__file__))
status = 0
# A free table, and one that has to be confirmed with the token that the first answer gives.
for mode, restaurant in [(mode, name) for mode in ["auto", "legacy", "2026-07-28"] for name in ["Don Angie", "Card & Hold"]]:
    with Sandbox(f"{folder}/resy-sandbox") as sandbox:
        done = subprocess.run([
            sys.executable, f"{here}/mcp_client_check.py", "--mode", mode, "--env", f"RESY_API_URL={sandbox.url}",
            "--env", "RESY_PACE=0", "--email", "sam@example.com", "--password", "correct horse battery",
            "--restaurant", restaurant, "--date", "Saturday", "--", binary, "serve",
        ], timeout=120)
        status = status or done.returncode
sys.exit(status)
