#!/usr/bin/env python3
"""Makes the desktop bundle and its entry for the MCP Registry: bundle.py VERSION FOLDER"""
import hashlib
import json
import os
import sys
import time
import zipfile

version, folder = sys.argv[1:3]
name = f"resy-mcp-{version}-linux-x64.mcpb"
path = os.path.join(folder, name)
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
    put(archive, "server/resy-mcp", contents(os.path.join(folder, "resy-mcp")), 0o755)
    put(archive, "LICENSE", contents("LICENSE"), 0o644)
    for licence in sorted(os.listdir(os.path.join(folder, "licences"))):
        put(archive, f"licences/{licence}", contents(os.path.join(folder, "licences", licence)), 0o644)

described = manifest["user_config"]
server = {
    "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
    "name": os.environ["RELEASE_REGISTRY_NAME"],
    "title": manifest["display_name"],
    "description": manifest["description"],
    "version": version,
    "repository": {"url": os.environ["RELEASE_REPOSITORY"], "source": "github"},
    "packages": [{
        "registryType": "mcpb",
        "identifier": f"{os.environ['RELEASE_REPOSITORY']}/releases/download/v{version}/{name}",
        "version": version,
        "fileSha256": hashlib.sha256(contents(path)).hexdigest(),
        "transport": {"type": "stdio"},
        "environmentVariables": [
            {
                "name": variable, "description": described[field]["description"], "isRequired": False,
                "isSecret": described[field].get("sensitive", False), "format": described[field]["type"],
            }
            for variable, field in (
                (variable, value[len("${user_config."):-1])
                for variable, value in manifest["server"]["mcp_config"]["env"].items())
        ],
    }],
}
with open(os.path.join(folder, "server.json"), "w") as handle:
    handle.write(json.dumps(server, indent=2) + "\n")
