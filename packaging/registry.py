#!/usr/bin/env python3
"""Writes dist/server.json, the entry for the MCP Registry, with each bundle that lies beside it: registry.py VERSION"""
import glob
import hashlib
import json
import os
import sys

version = sys.argv[1]
with open("packaging/manifest.json") as handle:
    manifest = json.load(handle)
described = manifest["user_config"]
variables = [
    {
        "name": variable, "description": described[field]["description"], "isRequired": False,
        "isSecret": described[field].get("sensitive", False), "format": described[field]["type"],
    }
    for variable, field in (
        (variable, value[len("${user_config."):-1]) for variable, value in manifest["server"]["mcp_config"]["env"].items())
]


def package(path):
    with open(path, "rb") as handle:
        digest = hashlib.sha256(handle.read()).hexdigest()
    return {
        "registryType": "mcpb",
        "identifier": f"{os.environ['RELEASE_REPOSITORY']}/releases/download/v{version}/{os.path.basename(path)}",
        "version": version,
        "fileSha256": digest,
        "transport": {"type": "stdio"},
        "environmentVariables": variables,
    }


server = {
    "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
    "name": os.environ["RELEASE_REGISTRY_NAME"],
    "title": manifest["display_name"],
    "description": manifest["description"],
    "version": version,
    "repository": {"url": os.environ["RELEASE_REPOSITORY"], "source": "github"},
    # x64 before arm64: an app that looks at one alone most often runs there.
    "packages": [package(path) for path in sorted(glob.glob(f"dist/resy-mcp-{version}-linux-*.mcpb"), reverse=True)],
}
with open("dist/server.json", "w") as handle:
    handle.write(json.dumps(server, indent=2) + "\n")
