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
modes = ["auto", "legacy", "2026-07-28"]
runs = [(mode, name, None) for mode in modes for name in ["Don Angie", "Card & Hold"]]
# The same with a person in the client's window, who is asked in one call or between two.
runs += [(mode, "Card & Hold", elicit) for mode in modes[1:] for elicit in ["accept", "decline", "cancel"]]
for mode, restaurant, elicit in runs:
    with Sandbox(f"{folder}/resy-sandbox") as sandbox:
        done = subprocess.run([
            sys.executable, f"{here}/mcp_client_check.py", "--mode", mode, "--env", f"RESY_API_URL={sandbox.url}",
            "--env", "RESY_PACE=0", "--env", "RESY_BUDGET=0", "--email", "sam@example.com", "--password", "correct horse battery",
            "--restaurant", restaurant, "--date", "Saturday", *(["--elicit", elicit] if elicit else []), "--", binary, "serve",
        ], timeout=120)
        status = status or done.returncode
done = subprocess.run([sys.executable, f"{here}/calendar_check.py", folder], timeout=120)
sys.exit(status or done.returncode)
