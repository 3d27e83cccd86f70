#!/usr/bin/env python3
"""Kills `resy-mcp watch tick` with SIGKILL at random moments, some of them twice; after each, two more ticks: a new table is told to
its program at least once and at most once more than that, and on the next days never again.

    tick_kills.py resy-mcp resy-sandbox [RUNS] [SEED]

The last line is the count as JSON. Exit status: 0 when nothing was wrong.
"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

from sandbox import Sandbox

binary, simulator = sys.argv[1:3]
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 100
chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else None)
counts = {"ticks_killed": 0, "told": 0, "told_twice": 0, "told_more": 0, "never_told": 0, "two_at_once": 0}


class Diner:
    def __init__(self, sandbox, folder):
        self.said = os.path.join(folder, "said")
        program = os.path.join(folder, "tell")
        # Slow enough to be met by some of the kills.
        with open(program, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\ncat >> '{self.said}'\nsleep 0.1\n")
        os.chmod(program, 0o700)
        self.environment = {
            "PATH": "/usr/bin:/bin", "HOME": folder, "RESY_API_URL": sandbox.url, "RESY_PACE": "0", "RESY_BUDGET": "0",
            "RESY_NOTIFY_COMMAND": program,
        }

    def start(self, *words):
        return subprocess.Popen(
            [binary, *words], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, *words):
        process = self.start(*words)
        out, errors = process.communicate(timeout=60)
        return process.returncode, out, errors

    def times_told(self):
        try:
            with open(self.said, encoding="utf-8") as file:
                return file.read().count("new table")
        except FileNotFoundError:
            return 0


def fail(what):
    print(f"tick_kills: {what}", file=sys.stderr)


with Sandbox(simulator) as sandbox:
    for number in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            diner = Diner(sandbox, folder)
            status, _, errors = diner.run(
                "watch", "add", "Example Trattoria", "--on", "in 3 days", "--after", "7pm", "--before", "7pm")
            assert status == 0, errors
            kills = 2 if number % 4 == 0 else 1
            for _ in range(kills):
                tick = diner.start("watch", "tick")
                time.sleep(chance.uniform(0, 0.25))
                tick.send_signal(signal.SIGKILL)
                tick.communicate()
                counts["ticks_killed"] += tick.returncode == -signal.SIGKILL
            # What the killed one started may still have it.
            time.sleep(0.15)
            if number % 3 == 0:
                both = [diner.start("watch", "tick") for _ in range(2)]
                ends = [process.communicate(timeout=60) and process.returncode for process in both]
                counts["two_at_once"] += 1
                if ends != [0, 0]:
                    fail(f"run {number}: two at once ended with {ends}")
                    counts["never_told"] += 1
            for _ in range(2):
                status, _, errors = diner.run("watch", "tick")
                if status != 0:
                    fail(f"run {number}: {status} {errors}")
            told = diner.times_told()
            counts["told"] += told
            counts["told_twice"] += told == 2
            if told == 0:
                counts["never_told"] += 1
                fail(f"run {number}: nobody was told")
            elif told > 2:
                counts["told_more"] += 1
                fail(f"run {number}: told {told} times")

print(json.dumps(counts))
sys.exit(1 if counts["never_told"] or counts["told_more"] else 0)
