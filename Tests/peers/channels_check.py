#!/usr/bin/env python3
"""Judges what other packagers and lists take from dist/: that each names every archive that lies there, by its checksum.
channels_check.py DIST"""
import glob
import hashlib
import json
import os
import re
import sys
import tarfile

folder = sys.argv[1]


def expect(condition, words):
    if not condition:
        raise SystemExit(f"channels: {words}")


def text(name):
    with open(f"{folder}/{name}") as handle:
        return handle.read()


def checksum(path):
    with open(path, "rb") as handle:
        return hashlib.sha256(handle.read()).hexdigest()


summed = dict(reversed(line.split("  ")) for line in text("SHA256SUMS").splitlines())
tarballs = {os.path.basename(path): checksum(path) for path in glob.glob(f"{folder}/resy-mcp-*-linux-*.tar.gz")}
expect(tarballs and tarballs.items() <= summed.items(), "SHA256SUMS leaves out a tarball")
server = json.loads(text("server.json"))
version = server["version"]

formula = text("resy-mcp.rb")
named = {os.path.basename(url): digest for url, digest in re.findall(r'url "(\S+)"\s+sha256 "(\w+)"', formula)}
expect(named == tarballs, f"the formula names {named}, and there is {tarballs}")
expect(f'version "{version}"' in formula, "the formula has another version")

recipe = text("PKGBUILD")
named = {
    os.path.basename(source).replace("$pkgver", version): digest for machine, source in re.findall(r'^source_(\w+)=\("(\S+)"\)$', recipe, re.M)
    for digest in re.findall(rf"^sha256sums_{machine}=\('(\w+)'\)$", recipe, re.M)
}
expect(named == tarballs, f"the PKGBUILD names {named}, and there is {tarballs}")
expect(f"pkgver={version}\n" in recipe, "the PKGBUILD has another version")
listed = text("PKGBUILD.SRCINFO")
named = {os.path.basename(source): digest for machine, source in re.findall(r"^\tsource_(\w+) = (\S+)$", listed, re.M)
         for digest in re.findall(rf"^\tsha256sums_{machine} = (\w+)$", listed, re.M)}
expect(named == tarballs, f"PKGBUILD.SRCINFO names {named}, and there is {tarballs}")

for name in ("resy-mcp.rb", "PKGBUILD", "PKGBUILD.SRCINFO"):
    left = re.findall(r"@[A-Z0-9_]+@|# if \w+", text(name))
    expect(not left, f"{name} is not filled in: {left}")

# The image has a platform for each tarball, and each holds the program of that tarball.
MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}
image = f"{folder}/resy-mcp-{version}-container.tar"
expect(summed.get(os.path.basename(image)) == checksum(image), "SHA256SUMS has another image")
with tarfile.open(image) as layout:
    def part(described):
        return layout.extractfile("blobs/" + described["digest"].replace(":", "/"))

    [entry] = json.load(layout.extractfile("index.json"))["manifests"]
    seen = set()
    for described in json.load(part(entry))["manifests"]:
        machine = MACHINES[described["platform"]["architecture"]]
        seen.add(f"resy-mcp-{version}-linux-{machine}.tar.gz")
        [layer] = json.load(part(described))["layers"]
        with tarfile.open(fileobj=part(layer)) as files, tarfile.open(f"{folder}/resy-mcp-{version}-linux-{machine}.tar.gz") as tarball:
            program = tarball.extractfile(f"resy-mcp-{version}-linux-{machine}/bin/resy-mcp").read()
            expect(files.extractfile("resy-mcp").read() == program, f"the image has another program for {machine}")
expect(seen == set(tarballs), f"the image is for {seen}, and there is {set(tarballs)}")

[listed] = [package for package in server["packages"] if package["registryType"] == "oci"]
expect(re.fullmatch(rf"(docker\.io|ghcr\.io|quay\.io|[\w.-]+\.(pkg\.dev|azurecr\.io))/[\w./-]+:{re.escape(version)}", listed["identifier"]),
       f"the registry would refuse {listed['identifier']}")
glama = json.loads(text("glama.json"))
expect(set(glama) == {"$schema", "maintainers"} and all(re.fullmatch(r"[A-Za-z0-9-]+", name) for name in glama["maintainers"]),
       f"glama.json is {glama}")
print(f"formula, PKGBUILD, image and lists name {', '.join(sorted(tarballs))}")
