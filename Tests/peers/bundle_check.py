#!/usr/bin/env python3
"""Judges the desktop bundle and the registry entry: bundle_check.py DIST ARCHITECTURE SCHEMAS [EMULATOR]

The bundle is unpacked as an app does it, its command started with the variables that an untouched form leaves, and asked.
"""
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

import jsonschema

from sandbox import Client

folder, architecture, schemas, *emulator = sys.argv[1:]
[bundle] = glob.glob(f"{folder}/*-{architecture}.mcpb")


def judge(value, name, schema):
    path = os.path.join(schemas, schema)
    if not os.path.exists(path):
        print(f"NOT CHECKED: {name} against {schema}: no such file in {schemas} (set MCP_SCHEMAS)")
        return
    with open(path) as handle:
        jsonschema.Draft7Validator(json.load(handle)).validate(value)
    print(f"{name} is valid by {schema}")


def expect(condition, words):
    if not condition:
        raise SystemExit(f"bundle: {words}")


with open(f"{folder}/server.json") as handle:
    server = json.load(handle)
judge(server, "server.json", "registry-server-2025-12-11.schema.json")
bundles = {os.path.basename(path) for path in glob.glob(f"{folder}/*.mcpb")}
named = {os.path.basename(package["identifier"]): package for package in server["packages"] if package["registryType"] == "mcpb"}
expect(set(named) == bundles, f"server.json names {set(named)}, and there are {bundles}")
package = named[os.path.basename(bundle)]
with open(bundle, "rb") as handle:
    expect(package["fileSha256"] == hashlib.sha256(handle.read()).hexdigest(), "server.json names another hash")
expect("mcp" in package["identifier"] and len(server["description"]) <= 100, "the registry would refuse server.json")

with tempfile.TemporaryDirectory() as room:
    subprocess.run(["unzip", "-q", bundle, "-d", room], check=True)
    with open(f"{room}/manifest.json") as handle:
        manifest = json.load(handle)
    judge(manifest, "manifest.json", "mcpb-manifest-v0.3.schema.json")
    expect(server["version"] == manifest["version"] == package["version"], "the versions differ")
    entry = f"{room}/{manifest['server']['entry_point']}"
    expect(os.stat(entry).st_mode & 0o777 == 0o755, "the program is not executable")
    fields = manifest["user_config"]
    secret = {name for name, field in fields.items() if field.get("sensitive")}
    expect(secret == {"password", "google_places_key"}, f"sensitive fields are {secret}")

    # What the host puts in: the form's defaults, or for a field without one the placeholder itself.
    for forms in ({name: str(field.get("default", "")) for name, field in fields.items()}, {}):
        def filled(text):
            text = text.replace("${__dirname}", room)
            return re.sub(r"\$\{user_config\.(\w+)\}", lambda found: forms.get(found[1], found[0]), text)

        start = manifest["server"]["mcp_config"]
        env = {name: filled(value) for name, value in start["env"].items()}
        client = Client([*emulator, filled(start["command"]), *map(filled, start["args"])], {"HOME": room, **env})
        expect(client.open()["serverInfo"]["version"] == manifest["version"], "it says another version")
        names = {tool["name"] for tool in client.request("tools/list")["result"]["tools"]}
        expect(names == {tool["name"] for tool in manifest["tools"]}, f"the manifest lists other tools than {names}")
        expect(client.close() == 0, "it did not end well")
print("bundle: unpacked, started with an empty form, answered")
