#!/usr/bin/env python3
"""Runs the soak against a simulated Resy: soak.py soak resy-sandbox CALLS SEED"""
import subprocess
import sys
import tempfile

from sandbox import Sandbox

binary, simulator, calls, seed = sys.argv[1:5]
with Sandbox(simulator) as sandbox, tempfile.TemporaryDirectory() as home:
    sys.exit(subprocess.run([binary, home, sandbox.url, sandbox.ready["control"], calls, seed]).returncode)
