#!/usr/bin/env python3
"""Fills in a recipe of another packager by the tarballs in dist/: fill.py VERSION TEMPLATE

A line that ends in "# if MACHINE" is kept only where that machine's tarball is there.
"""
import hashlib
import os
import re
import sys

version, template = sys.argv[1:]
MACHINES = ("x86_64", "aarch64")
words = {
    "VERSION": version,
    "REPOSITORY": os.environ["RELEASE_REPOSITORY"],
    "DOWNLOADS": f"{os.environ['RELEASE_REPOSITORY']}/releases/download/v{version}",
    "MAINTAINER": os.environ["RELEASE_MAINTAINER"],
}
present = []
for machine in MACHINES:
    path = f"dist/resy-mcp-{version}-linux-{machine}.tar.gz"
    if os.path.exists(path):
        present.append(machine)
        with open(path, "rb") as handle:
            words[f"SHA256_{machine.upper()}"] = hashlib.sha256(handle.read()).hexdigest()
if not present:
    raise SystemExit(f"fill: no tarball of {version} in dist/")
words["MACHINES"] = " ".join(f"'{machine}'" for machine in present)

with open(template) as handle:
    lines = handle.read().splitlines()
for line in lines:
    found = re.search(r" # if (\w+)$", line)
    if found:
        if found[1] not in present:
            continue
        line = line[:found.start()]
    print(re.sub(r"@([A-Z0-9_]+)@", lambda name: words[name[1]], line))
