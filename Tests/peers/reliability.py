#!/usr/bin/env python3
"""Prints docs/reliability.md from the outputs that scripts/reliability kept in a folder: reliability.py FOLDER VERSION"""
import json
import os
import re
import sys

folder, version = sys.argv[1:3]

CHANGES = """## Changing a table

A change never gives up the old table before the new one is held, and after any answer believes the account's
list alone; a second is sent only where a list read last, some 12 s after the first, shows that it did nothing. Its two halves stand in the journal before anything is sent, in one transaction with the look at the evening and with the yes;
until their outcome is known no other change of that table is sent, nor a booking beside it, by whatever tool, in whatever process.

| what Resy does | what is told |
|---|---|
| takes it, with a new number or the old one; any status, a cut connection or an empty answer after doing it; lists up to 5 s late | `changed` |
| refuses with 403, 404, 412 (also for the old table) and did nothing | `not_changed` |
| 405, or a 404 that is no JSON, and the list shows the old table unchanged | the new one is booked first, under the same yes where it costs the same |
| 429, 500, 502, a cut connection, a 201 for nothing; the list shows the old table | `unknown`; ten minutes later the list is believed |
| books the new one and leaves the old one; or cancelling the old one fails or is unclear | `both_held`; the same call again settles it |
| gives up the old one and fails | `neither_held`, with the link |
| answers 405 after doing it, and its list is later than that (5 s were seen) | a second new table is possible; the list shows both |

Killed with SIGKILL at each step of four such worlds (a new number, the old one, a Resy that leaves the old table, booked first), with late
lists, with a change to another time in the same breath, and at random moments (`Tests/peers/change_kills.py`, {kills} kills, {committed} of them with something done at Resy: {wrong} wrong outcomes)."""


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
if has("change_kills"):
    kills = figures("change_kills")
    rows += [
        ("kills in the middle of a change survived (each step of both ways, and random moments)", kills["kills"]),
        ("of them with something done at Resy already", kills["committed"]),
        ("two new tables held", kills["double"]), ("left without a table, or not listed", kills["lost"]),
        ("tables invented", kills["invented"]), ("wrong outcomes after a kill", kills["wrong"]),
    ]
if has("tick_kills"):
    ticks = figures("tick_kills")
    rows += [
        ("ticks of a watch killed at random moments", ticks["ticks_killed"]),
        ("of their tables told once more, which is allowed", ticks["told_twice"]),
        ("told more often than that; never told", f"{ticks['told_more']}; {ticks['never_told']}"),
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
if has("change_kills"):
    print("\n" + CHANGES.format(**{**figures("change_kills"), "wrong": sum(
        figures("change_kills")[kind] for kind in ("double", "lost", "invented", "wrong"))}))
missing = [name for name in ("faults", "tables", "kills", "change_kills", "tick_kills", "memory", "canaries", "fuzz", "soak") if not has(name) or not text(name)]
if missing:
    print(f"\nNot part of that run: {', '.join(missing)}.")
