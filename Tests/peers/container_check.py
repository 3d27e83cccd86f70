#!/usr/bin/env python3
"""Judges the container image and starts it as an engine would: container_check.py ARCHIVE SIMULATOR. As root, for chroot.

Its layers are unpacked with their owners, its command is started as its user with its variables; what a volume keeps is there
for the next container. Another machine's image is started by way of qemu-user-static where that is installed.
"""
import contextlib
import hashlib
import json
import os
import shutil
import ssl
import stat
import subprocess
import sys
import tarfile
import tempfile

from sandbox import Client, Sandbox

archive, simulator = sys.argv[1:]
ACCOUNT = {"email": "sam@example.com", "password": "correct horse battery"}
MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}


def expect(condition, words):
    if not condition:
        raise SystemExit(f"container: {words}")


def blob(layout, described):
    """A part of the image, as it says itself."""
    path = os.path.join(layout, "blobs", *described["digest"].split(":"))
    with open(path, "rb") as handle:
        data = handle.read()
    expect(described["digest"] == "sha256:" + hashlib.sha256(data).hexdigest(), f"{path} has another checksum")
    expect(described["size"] == len(data), f"{path} has another size")
    return path, data


def value(layout, described):
    return json.loads(blob(layout, described)[1])


def look_at(root, config):
    said = config["config"]
    expect(said["Entrypoint"] == ["/resy-mcp"] and said["Cmd"] == ["serve"], f"it starts {said['Entrypoint']} {said['Cmd']}")
    expect(said["User"] == "65532:65532" and said["Volumes"] == {"/resy": {}}, "another user or volume")
    expect(said["Labels"]["io.modelcontextprotocol.server.name"] == os.environ["RELEASE_REGISTRY_NAME"], "the registry would refuse it")
    programs = []
    for folder, _, names in os.walk(root):
        for path in (os.path.join(folder, name) for name in names):
            status = os.lstat(path)
            expect(stat.S_ISREG(status.st_mode) and status.st_uid == 0 and not status.st_mode & 0o6022, f"{path} is open to others")
            if status.st_mode & 0o111:
                programs.append(path)
    expect(programs == [f"{root}/resy-mcp"], f"it holds {programs}")
    home = os.stat(f"{root}/resy")
    expect((home.st_uid, home.st_gid, home.st_mode & 0o7777) == (65532, 65532, 0o700), "a new volume would have another owner")
    trusted = ssl.create_default_context(cafile=f"{root}/etc/ssl/certs/ca-certificates.crt").cert_store_stats()["x509_ca"]
    expect(trusted >= 100, f"{trusted} authorities are trusted")
    return trusted


@contextlib.contextmanager
def proc(root):
    os.makedirs(f"{root}/proc")
    subprocess.run(["mount", "-t", "proc", "proc", f"{root}/proc"], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", f"{root}/proc"], check=True)


def start(root, config, by, env, user=None):
    said = config["config"]
    own = dict(pair.split("=", 1) for pair in said["Env"])
    return Client(
        ["/usr/sbin/chroot", f"--userspec={user or said['User']}", "--groups=", root, *by, *said["Entrypoint"], *said["Cmd"]],
        {**own, **env})


def evening(root, config, by, sandbox):
    env = {"RESY_API_URL": sandbox.url, "RESY_PACE": "0", "RESY_BUDGET": "0"}
    client = start(root, config, by, env)
    expect(client.open()["serverInfo"]["version"] == config["config"]["Labels"]["org.opencontainers.image.version"], "another version")
    client.call("store_resy_credentials", **ACCOUNT)
    expect(client.close() == 0, "it did not end well")
    kept = [os.path.join(folder, name) for folder, _, names in os.walk(f"{root}/resy") for name in names]
    expect(kept, "nothing is kept")
    for path in kept:
        status = os.stat(path)
        expect(status.st_uid == 65532 and not status.st_mode & 0o077, f"{path} is open to others")
    # The next container has that volume, and no password.
    client = start(root, config, by, env)
    client.open()
    answer = client.call("my_reservations")
    expect(not answer.get("isError"), f"the next container is not signed in: {answer}")
    expect(client.close() == 0, "it did not end well")
    # A person's own folder, as that person: --user 1234:1234 --volume FOLDER:/resy.
    shutil.rmtree(f"{root}/resy")
    os.mkdir(f"{root}/resy", 0o700)
    os.chown(f"{root}/resy", 1234, 1234)
    client = start(root, config, by, env, "1234:1234")
    client.open()
    answer = client.call("store_resy_credentials", **ACCOUNT)
    expect(not answer.get("isError"), f"as another user: {answer}")
    expect(client.close() == 0, "it did not end well")


with tempfile.TemporaryDirectory() as room, Sandbox(simulator) as sandbox:
    layout = f"{room}/layout"
    with tarfile.open(archive) as packed:
        packed.extractall(layout)
    with open(f"{layout}/index.json") as handle:
        [entry] = json.load(handle)["manifests"]
    for described in value(layout, entry)["manifests"]:
        architecture = described["platform"]["architecture"]
        manifest = value(layout, described)
        config = value(layout, manifest["config"])
        expect(config["architecture"] == architecture, f"{config['architecture']} is called {architecture}")
        root = f"{room}/{architecture}"
        os.mkdir(root)
        for layer in manifest["layers"]:
            with tarfile.open(blob(layout, layer)[0]) as packed:
                packed.extractall(root, numeric_owner=True)
        trusted = look_at(root, config)
        by = []
        if MACHINES[architecture] != os.uname().machine:
            emulator = f"/usr/bin/qemu-{MACHINES[architecture]}-static"
            if not os.path.exists(emulator):
                print(f"{architecture}: whole; NOT STARTED: there is no {emulator}")
                continue
            shutil.copy(emulator, f"{root}/qemu")
            by = ["/qemu"]
        os.chmod(room, 0o755)
        with proc(root):
            evening(root, config, by, sandbox)
        print(f"{architecture}: {trusted} authorities; signed in, and signed in still in the next container{' (qemu)' if by else ''}")
print("container: passed")
