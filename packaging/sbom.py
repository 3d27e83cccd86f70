#!/usr/bin/env python3
"""Prints the SPDX 2.3 list of what is linked into the program: sbom.py WORK VERSION BINARY ARCHITECTURE MACHINE"""
import datetime
import hashlib
import json
import os
import sys

import components

work, version, binary, architecture, machine = sys.argv[1:]
with open(binary, "rb") as handle:
    digest = hashlib.sha256(handle.read()).hexdigest()
packages = []
libraries = components.libraries(architecture)


def add(name, release, licence, purl, **more):
    identifier = "SPDXRef-" + "".join(letter if letter.isalnum() else "-" for letter in name)
    packages.append({
        "SPDXID": identifier, "name": name, "versionInfo": release, "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False, "licenseConcluded": "NOASSERTION", "licenseDeclared": licence,
        "copyrightText": "NOASSERTION", **more,
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}],
    })
    return identifier


def deb(name, release):
    return f"pkg:deb/debian/{name}@{release.replace('+', '%2B').replace(':', '%3A')}?arch=source"


root = add(
    "resy-mcp", version, "MIT", f"pkg:generic/resy-mcp@{version}?arch={machine}", primaryPackagePurpose="APPLICATION",
    checksums=[{"algorithm": "SHA256", "checksumValue": digest}])
inside = []
swift = libraries.swift_version()
inside.append(add(
    "swift-runtime", swift, "Apache-2.0 WITH Swift-exception", f"pkg:generic/swift@{swift}"))
checkouts = components.checkouts(work)
for name, licence in components.SWIFT_PACKAGES.items():
    release, revision, address = checkouts[name]
    inside.append(add(
        name, release, licence, f"pkg:swift/{address.removeprefix('https://')}@{release}",
        sourceInfo=f"{address} at {revision}"))
curl = components.read(os.path.join(work, "prefix", "curl-version"))
change = os.path.join(work, "prefix", "curl-change")
changed = f"; {components.read(change)}" if os.path.exists(change) else ""
inside.append(add("curl", curl, "curl", deb("curl", curl), sourceInfo=f"built with HTTP and HTTPS alone{changed}"))
for package, licence in libraries.licences.items():
    name, release = libraries.source(package)
    if name not in {entry["name"] for entry in packages}:
        inside.append(add(name, release, licence, deb(name, release), sourceInfo=f"static library of {package}"))

created = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
print(json.dumps({
    "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"resy-mcp-{version}",
    "documentNamespace": f"{os.environ['RELEASE_REPOSITORY']}/spdx/{version}/{digest}",
    "creationInfo": {
        "created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: resy-mcp-packaging"],
    },
    "packages": packages,
    "relationships": [
        {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": root}
    ] + [
        {"spdxElementId": root, "relationshipType": "STATIC_LINK", "relatedSpdxElement": part} for part in inside
    ],
}, indent=2))
