#!/usr/bin/env python3
"""Runs the release file inside other root folders, where nothing of this system is, against the simulator outside.

A root holds the program, a file of certificates and /proc. The simulated Resy is reached by TLS and HTTP/2 under a name that
only the root's own /etc/hosts, or the server in its /etc/resolv.conf, knows.
"""
import contextlib
import datetime
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zoneinfo

from sandbox import Client, Sandbox
from tables import free

# `emulator`: what runs the binary where this machine cannot, or nothing.
binary, emulator, simulator, place, *roots = sys.argv[1:]
NAME, RESOLVER = "resy.test", "127.0.0.54"
ZONED = [
    ("Card & Hold", "America/New_York"), ("Mile High Grill", "America/Denver"), ("Nightingale", "Europe/London"),
    ("Casa Ñandú", "Europe/Madrid"),
]


def expect(condition, words):
    if not condition:
        raise SystemExit(f"test-static: {words}")


# ---- what the roots talk to ---------------------------------------------------------------------------------


@contextlib.contextmanager
def front(backend):
    """nghttpx with a certificate for NAME; yields its port and the certificate."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        subprocess.run([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
            "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem", "-subj", f"/CN={NAME}",
            "-addext", f"subjectAltName=DNS:{NAME}"], check=True, capture_output=True)
        process = subprocess.Popen([
            "nghttpx", "--conf=/dev/null", "--single-process", "--workers=1", "--no-ocsp", "--errorlog-file=/dev/null", "--log-level=FATAL",
            f"--frontend=127.0.0.1,{port}", f"--backend=127.0.0.1,{backend}", f"{folder}/key.pem", f"{folder}/cert.pem"])
        try:
            for _ in range(500):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.02)
            yield port, f"{folder}/cert.pem"
        finally:
            process.terminate()
            process.wait()


def answer_names(listener, asked):
    """A name server that knows one name: 127.0.0.1 to every question of type A, nothing to others."""
    while True:
        try:
            query, sender = listener.recvfrom(512)
        except OSError:
            return
        end = query.index(0, 12) + 5
        asked.add(query[13:end - 5])
        is_address = query[end - 4:end - 2] == b"\x00\x01"
        head = query[:2] + b"\x81\x80\x00\x01" + (b"\x00\x01" if is_address else b"\x00\x00") + b"\x00" * 4
        record = b"\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x3c\x00\x04\x7f\x00\x00\x01" if is_address else b""
        listener.sendto(head + query[12:end] + record, sender)


@contextlib.contextmanager
def name_server():
    asked = set()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
        listener.bind((RESOLVER, 53))
        threading.Thread(target=answer_names, args=(listener, asked), daemon=True).start()
        yield asked


# ---- one root ------------------------------------------------------------------------------------------------


def inside(root, *arguments, proc=True):
    mount = 'mount -t proc proc "$1/proc" && ' if proc else ""
    script = mount + 'root=$1; shift; exec chroot "$root" "$@"'
    program = ["/opt/resy/emulator", "/opt/resy/resy-mcp"] if emulator else ["/opt/resy/resy-mcp"]
    return ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh", root, *program, *arguments]


def furnish(root, certificate, by_hosts):
    for folder in ("opt/resy", "etc/ssl/certs", "proc", "home"):
        os.makedirs(f"{root}/{folder}", exist_ok=True)
    shutil.copy(binary, f"{root}/opt/resy/resy-mcp")
    if emulator:
        shutil.copy(shutil.which(emulator), f"{root}/opt/resy/emulator")
    shutil.copyfile(certificate, f"{root}/etc/ssl/certs/ca-certificates.crt")
    shutil.rmtree(f"{root}/usr/share/zoneinfo", ignore_errors=True)
    for path, text in (
        ("etc/hosts", f"127.0.0.1 localhost {NAME}\n" if by_hosts else "127.0.0.1 localhost\n"),
        ("etc/resolv.conf", "nameserver 127.0.0.1\n" if by_hosts else f"nameserver {RESOLVER}\n"),
    ):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{root}/{path}")
        with open(f"{root}/{path}", "w") as handle:
            handle.write(text)


def look(client, name, seats=2):
    result = client.call(
        "check_availability", restaurant_name=name, date="in 9 days", party_size=seats, preferred_time="19:00",
        flexibility_minutes=240, terms=True)
    expect(not result.get("isError"), result["content"][0]["text"])
    return result["structuredContent"]


def check(root, port, certificate, by_hosts):
    furnish(root, certificate, by_hosts)
    home = tempfile.mkdtemp(dir=f"{root}/home")
    env = {
        "HOME": home[len(root):], "RESY_API_URL": f"https://{NAME}:{port}", "RESY_WEB_URL": f"https://{NAME}:{port}",
        "RESY_PACE": "0", "RESY_BUDGET": "0",
    }
    doctor = subprocess.run(
        inside(root, "doctor", "--json"), env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **env}, capture_output=True, text=True)
    way = {entry["what"]: entry["result"] for entry in json.loads(doctor.stdout)["checks"]}["API"]
    expect("HTTP/2 over TLS" in way, f"not HTTP/2 over TLS: {way}")
    client = Client(inside(root, "serve"), {**env, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})
    client.open()
    signed = client.call("store_resy_credentials", email="sam@example.com", password="correct horse battery")
    expect(not signed.get("isError"), signed["content"][0]["text"])
    for name, zone in ZONED:
        found = look(client, name)
        expect(found["venue"]["time_zone"] == zone, f"{name} is in {found['venue']}")
        quotes = found["quotes"]
        cut_offs = [quote["fee"]["cut_off"] for quote in quotes if quote["fee"] and quote["fee"]["cut_off"]]
        expect(cut_offs, f"{name} has no cut-off to judge its zone by")
        moment = datetime.datetime.fromisoformat(cut_offs[0])
        right = moment.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset()
        expect(moment.utcoffset() == right, f"{name}: {cut_offs[0]} is not the offset of {zone}")
    table = free(look(client, "Example Trattoria"))[0]
    booked = client.call(
        "make_reservation", restaurant_name="Example Trattoria", date="in 9 days", time=table["time"], party_size=2)
    expect(booked.get("structuredContent", {}).get("status") == "booked", booked["content"][0]["text"])
    number = booked["structuredContent"]["confirmation_id"]
    listed = client.call("my_reservations")["structuredContent"]["reservations"]
    expect([entry["confirmation_id"] for entry in listed] == [number], f"booked {number}, listed {listed}")
    gone = client.call("cancel_reservation", confirmation_id=number)
    if gone.get("structuredContent", {}).get("status") == "needs_confirmation":
        gone = client.call(
            "cancel_reservation", confirmation_id=number, confirm_token=gone["structuredContent"]["confirm_token"])
    expect(gone.get("structuredContent", {}).get("status") == "cancelled", gone["content"][0]["text"])
    expect(client.close() == 0, "the server did not end well")
    shutil.rmtree(home)
    return way


def check_without_proc(root):
    """A clear answer every time, whatever the runtime would do."""
    said = set()
    for _ in range(20):
        done = subprocess.run(
            inside(root, "serve", proc=False), input=b"", capture_output=True, env={"HOME": "/home", "PATH": "/usr/sbin:/usr/bin:/bin"})
        said.add((done.returncode, done.stdout, done.stderr))
    expect(len(said) == 1, f"without /proc it does not always do the same: {said}")
    status, output, errors = said.pop()
    expect(status == 1 and output == b"" and b"/proc" in errors, f"without /proc: {status} {output} {errors}")
    return errors.decode().strip()


with Sandbox(simulator) as sandbox, name_server() as asked:
    with front(sandbox.url.rsplit(":", 1)[1]) as (port, certificate):
        for number, name in enumerate(roots):
            root = os.path.join(place, name)
            by_hosts = number % 2 == 1
            asked.clear()
            way = check(root, port, certificate, by_hosts)
            expect(by_hosts or asked, "the name server was never asked")
            print(f"{name:10} {'hosts file' if by_hosts else 'name server'}: signed in, booked, cancelled; {way}")
        print("without /proc:", check_without_proc(os.path.join(place, roots[0])))
print("test-static: passed")
