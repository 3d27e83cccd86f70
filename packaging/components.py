"""What is linked into the static program: one list for the SBOM and the licences."""
import json
import os
import subprocess

SWIFT_PACKAGES = {"swift-argument-parser": "Apache-2.0 WITH Swift-exception", "swift-log": "Apache-2.0"}


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class Installed:
    """The libraries of this machine, and its Swift."""

    gcc = 12

    @property
    def licences(self):
        """Debian package of each static library, licence as SPDX writes it."""
        gcc = "GPL-3.0-or-later WITH GCC-exception-3.1"
        return {
            "libssl-dev": "Apache-2.0",
            "libjansson-dev": "MIT",
            "libsqlite3-dev": "blessing",
            "libnghttp2-dev": "MIT",
            "libbrotli-dev": "MIT",
            "libzstd-dev": "BSD-3-Clause OR GPL-2.0-only",
            "zlib1g-dev": "Zlib",
            "libc-ares-dev": "MIT",
            "libc6-dev": "LGPL-2.1-or-later",
            f"libgcc-{self.gcc}-dev": gcc,
            f"libstdc++-{self.gcc}-dev": gcc,
        }

    def source(self, package):
        """Name and version of the source package."""
        words = output("dpkg-query", "-W", "-f", "${source:Package}\t${source:Version}\n", package)
        return words.splitlines()[0].split("\t")

    def copyright(self, package):
        return f"/usr/share/doc/{package}/copyright"

    def swift_version(self):
        return output("swift", "--version").split("Swift version ")[1].split()[0]

    def swift_licence(self):
        binary = os.path.realpath(output("sh", "-c", "command -v swift"))
        return os.path.join(os.path.dirname(binary), "..", "share", "swift", "LICENSE.txt")


class Unpacked(Installed):
    """What scripts/arm64-root has unpacked."""

    gcc = 16

    def __init__(self, room):
        self.room = room

    def source(self, package):
        lines = [line.split("\t") for line in read(f"{self.room}/root/sources").splitlines()]
        return {name: source for name, *source in lines}[package]

    def copyright(self, package):
        return f"{self.room}/root/sysroot/usr/share/doc/{package}/copyright"

    def swift_version(self):
        return self.source("swiftlang")[1].split("-")[0]

    def swift_licence(self):
        return self.copyright("swiftlang")


def libraries(architecture):
    return Unpacked(os.environ["ARM64_ROOM"]) if architecture == "arm64" else Installed()


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


def read(path):
    with open(path) as handle:
        return handle.read().strip()
