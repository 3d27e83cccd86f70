#!/usr/bin/env python3
"""Copies the licence of everything inside the static program: licences.py WORK FOLDER ARCHITECTURE"""
import os
import shutil
import sys

import components

work, folder, architecture = sys.argv[1:]
os.makedirs(folder)


def take(source, name):
    shutil.copyfile(source, os.path.join(folder, name))


libraries = components.libraries(architecture)
take("LICENSE", "resy-mcp.txt")
take(libraries.swift_licence(), "swift-runtime.txt")
take(os.path.join(work, "prefix", "curl-copyright"), "curl.txt")
for package in components.SWIFT_PACKAGES:
    for name in ("LICENSE.txt", "NOTICE.txt"):
        source = os.path.join(work, "swift", "checkouts", package, name)
        if os.path.exists(source):
            take(source, f"{package}.{name}")
for package in libraries.licences:
    take(libraries.copyright(package), libraries.source(package)[0] + ".txt")
for name in ("Apache-2.0", "LGPL-2.1", "GPL-2", "GPL-3"):  # what Debian's files refer to
    take(f"/usr/share/common-licenses/{name}", f"{name}.txt")
