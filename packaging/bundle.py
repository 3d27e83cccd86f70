#!/usr/bin/env python3
"""Makes the desktop bundle: bundle.py VERSION ARCHITECTURE PROGRAM LICENCES"""
import json
import os
import sys
import time
import zipfile

version, architecture, program, licences = sys.argv[1:]
path = f"dist/resy-mcp-{version}-linux-{architecture}.mcpb"
# Zip knows no time before 1980.
moment = time.gmtime(max(int(os.environ["SOURCE_DATE_EPOCH"]), 315_532_800))[:6]


def put(archive, target, data, mode):
    entry = zipfile.ZipInfo(target, moment)
    entry.create_system = 3  # Unix, so that the mode counts
    entry.external_attr = (0o100000 | mode) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data, compresslevel=9)


def contents(path):
    with open(path, "rb") as handle:
        return handle.read()


manifest = json.loads(contents("packaging/manifest.json").decode().replace("@VERSION@", version))
with zipfile.ZipFile(path, "w") as archive:
    put(archive, "manifest.json", json.dumps(manifest, indent=2).encode() + b"\n", 0o644)
    put(archive, "server/resy-mcp", contents(program), 0o755)
    put(archive, "LICENSE", contents("LICENSE"), 0o644)
    for licence in sorted(os.listdir(licences)):
        put(archive, f"licences/{licence}", contents(os.path.join(licences, licence)), 0o644)
