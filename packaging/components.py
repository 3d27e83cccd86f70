"""What is linked into the static program: one list for the SBOM and the licences."""
import json
import os
import subprocess

# Debian package of the static library, licence as SPDX writes it.
DEBIAN = {
    "libssl-dev": "Apache-2.0",
    "libjansson-dev": "MIT",
    "libsqlite3-dev": "blessing",
    "libnghttp2-dev": "MIT",
    "libbrotli-dev": "MIT",
    "libzstd-dev": "BSD-3-Clause OR GPL-2.0-only",
    "zlib1g-dev": "Zlib",
    "libc-ares-dev": "MIT",
    "libc6-dev": "LGPL-2.1-or-later",
    "libgcc-12-dev": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libstdc++-12-dev": "GPL-3.0-or-later WITH GCC-exception-3.1",
}
SWIFT_PACKAGES = {"swift-argument-parser": "Apache-2.0 WITH Swift-exception", "swift-log": "Apache-2.0"}


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def debian(package):
    """Name and version of the source package."""
    name = output("dpkg-query", "-W", "-f", "${source:Package}\t${source:Version}\n", package).splitlines()[0]
    return name.split("\t")


def checkouts(work):
    """Name to (version, revision, address) of the Swift packages that were built."""
    with open(os.path.join(work, "swift", "workspace-state.json")) as handle:
        state = json.load(handle)
    found = {}
    for dependency in state["object"]["dependencies"]:
        checkout = dependency["state"]["checkoutState"]
        reference = dependency["packageRef"]
        found[reference["identity"]] = (checkout["version"], checkout["revision"], reference["location"])
    return found


def swift_version():
    return output("swift", "--version").split("Swift version ")[1].split()[0]


def swift_licence():
    binary = os.path.realpath(output("sh", "-c", "command -v swift"))
    return os.path.join(os.path.dirname(binary), "..", "share", "swift", "LICENSE.txt")


def read(path):
    with open(path) as handle:
        return handle.read().strip()
