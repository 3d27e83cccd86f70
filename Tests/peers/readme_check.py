#!/usr/bin/env python3
"""What README.md shows of the demo is what the demo prints: readme_check.py resy-mcp resy-sandbox.

Days move, so they are compared as such; a line that ends with … is compared as far as it goes, and what stands between quotes behind
an arrow is shortened there.
"""
import datetime
import pathlib
import re
import subprocess
import sys

here = pathlib.Path(__file__).parent
DAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)( (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d+(, \d{4})?)?\b")


def plain(text):
    return DAY.sub("DAY", text.strip())


def shown(block, printed):
    """The lines of the block that no line of the output fits."""
    lines = [plain(line) for line in printed.splitlines()]
    missing = []
    for line in block.strip("\n").splitlines():
        head = plain(line).removesuffix("…").rstrip(" ,")
        whole = not line.rstrip().endswith("…")
        if head and not any(other == head if whole else other.startswith(head) for other in lines):
            missing.append(line)
    return missing


if datetime.datetime.now().weekday() in (4, 5):
    # The demo asks for Friday and Saturday: on these days some of their tables are past, and others are shown.
    print("readme_check: not compared on a Friday or a Saturday")
    raise SystemExit(0)
blocks = [block for block in re.findall(r"```\n(.*?)```", (here / "../../README.md").read_text(), re.S) if "→" in block]
if len(blocks) != 2:
    raise SystemExit(f"readme_check: {len(blocks)} blocks of the demo, not 2")
for block, flags in zip(blocks, ([], ["--evening"])):
    run = subprocess.run([sys.executable, here / "demo.py", *sys.argv[1:3], *flags], capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(f"readme_check: the demo failed: {run.stdout[-300:]} {run.stderr[-300:]}")
    missing = shown(block, run.stdout)
    if missing:
        raise SystemExit("readme_check: README shows what the demo does not print:\n" + "\n".join(missing))
print("readme_check: both blocks are what the demo prints")
