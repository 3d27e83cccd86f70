#!/usr/bin/env python3
"""Prints docs/reliability.md from the outputs that scripts/reliability kept in a folder: reliability.py FOLDER VERSION"""
import json
import os
import re
import sys

folder, version = sys.argv[1:3]


def text(name):
    with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
        return file.read()


def figures(name):
    return json.loads(text(name).strip().splitlines()[-1])


def has(name):
    return os.path.exists(os.path.join(folder, name))


rows = []
if has("faults"):
    faults = figures("faults")
    rows += [
        ("faults tried (an answer spoiled in one way, at one call, before a fresh process)", faults["faults"]),
        ("wrong outcomes", faults["wrong"]),
    ]
if has("tables"):
    passed = re.findall(r"Test \w+\([^)]*\) with (\d+) test cases? passed", text("tables"))
    failed = re.findall(r"Test \w+\([^)]*\)(?: with \d+ test cases?)? failed", text("tables"))
    alone = re.findall(r"Test \w+\(\) passed", text("tables"))
    rows.append(("cases of the fault tables (answers, connections, certificates) passed, failed",
                 f"{sum(map(int, passed)) + len(alone)}, {len(failed)}"))
if has("kills"):
    kills = figures("kills")
    rows += [
        ("kills survived (SIGKILL at each step, and at random moments)", kills["kills"]),
        ("of them with the table already booked at Resy", kills["committed"]),
        ("tables booked twice", kills["double"]), ("reservations lost", kills["lost"]),
        ("reservations invented", kills["invented"]), ("wrong outcomes after a kill", kills["wrong"]),
    ]
if has("memory"):
    memory = figures("memory")
    rows += [
        ("floods (gzip bomb and body of 100 MB, two million brackets), at each call", memory["floods"]),
        ("most memory during them", f"{memory['peak_mb']} MB"),
    ]
if has("canaries"):
    canaries = figures("canaries")
    rows += [
        ("secrets planted, and what was searched", f"{canaries['secrets']}, {canaries['kibibytes']} KiB"),
        ("secrets found", canaries["found"]),
    ]
if has("fuzz"):
    fuzz = [(name, *map(int, counts)) for name, *counts in re.findall(
        r"fuzz: (\w+): (\d+) executions, (\d+) decoded .*?(\d+) s of CPU, .*?(\d+) crashes", text("fuzz"))]
    texts = ("lines", "frames", "tokens", "dates", "times")
    for what, group in (("lines, frames, tokens, dates, times", [one for one in fuzz if one[0] in texts]),
                        ("readers of answers and files", [one for one in fuzz if one[0] not in texts])):
        if group:
            rows.append((
                f"inputs fuzzed: {what}; the fewest for one of the {len(group)}; time of a processor",
                f"{sum(count for _, count, *_ in group):,}; {min(count for _, count, *_ in group):,}; "
                f"{sum(seconds for *_, seconds, _ in group) // 60} minutes"))
    rows += [
        ("readers fuzzed; the least share of inputs understood",
         f"{len(fuzz)}; {min(good / max(1, count) for _, count, good, *_ in fuzz):.0%}"),
        ("inputs that crashed or hung", sum(crashes for *_, crashes in fuzz)),
    ]
if has("soak") and "soak: " in text("soak"):
    soak = re.findall(r"after (\d+) calls: (\d+) KB resident, (\d+) open files, (\d+) threads", text("soak"))
    (early, before, files, threads), (late, after, *rest) = soak
    rows += [
        (f"growth of resident memory between call {early} and call {late}, with random faults", f"{int(after) - int(before)} KB"),
        ("open files and threads: then, and at the end", f"{files} and {threads}, {rest[0]} and {rest[1]}"),
    ]
print(f"# Reliability of {version}\n")
print("Written by `scripts/reliability` from a run of it, on loopback against the simulated Resy. Nothing here says how the real Resy")
print("behaves; `docs/tests.md` says what each part tests.\n")
print("| what | figure |\n|---|---|")
for what, figure in rows:
    print(f"| {what} | {figure} |")
missing = [name for name in ("faults", "tables", "kills", "memory", "canaries", "fuzz", "soak") if not has(name) or not text(name)]
if missing:
    print(f"\nNot part of that run: {', '.join(missing)}.")
