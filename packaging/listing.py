#!/usr/bin/env python3
"""Adds the container image to dist/server.json, and writes Glama's dist/glama.json: listing.py VERSION"""
import json
import os
import sys

version = sys.argv[1]


def write(name, value):
    with open(f"dist/{name}", "w") as handle:
        handle.write(json.dumps(value, indent=2) + "\n")


with open("dist/server.json") as handle:
    server = json.load(handle)
bundles = [package for package in server["packages"] if package["registryType"] != "oci"]
# A client puts the arguments between `docker run` and the image. State outlives the container in a volume.
image = {
    "registryType": "oci",
    "identifier": f"{os.environ['RELEASE_IMAGE']}:{version}",
    "runtimeHint": "docker",
    "transport": {"type": "stdio"},
    "runtimeArguments": [
        {"type": "named", "name": "--volume", "value": "resy-mcp:/resy", "description": "Where everything is kept."},
    ],
    "environmentVariables": bundles[0]["environmentVariables"],
}
server["packages"] = [*bundles, image]
write("server.json", server)
# It has no other fields.
write("glama.json", {
    "$schema": "https://glama.ai/mcp/schemas/server.json",
    "maintainers": [os.environ["RELEASE_ACCOUNT"]],
})
