#!/usr/bin/env python3
"""Plants secrets, drives everything at trace level with --curl-verbose, and searches all that the program left behind.

    canaries.py resy-mcp resy-sandbox

Planted or learned from the simulator's record of what was sent: password (a right and a wrong one), access tokens,
refresh cookies, card id, book_token, resy_token, Google key. Searched: stdout, stderr, the home but for the two files
that hold the sealed credentials, the temp folder, the command line, and the program's sealed file for plain text.
The last line is the count as JSON. Exit status: 0 when nothing was found.
"""
import base64
import json
import os
import subprocess
import sys
import tempfile
import urllib.parse

from sandbox import Client, Sandbox

binary, simulator = sys.argv[1:3]
EMAIL, PASSWORD, WRONG = "sam@example.com", "Canary-Pa55 w+rd/ÿ=&\"", "Canary-Wr0ng w+rd"
PLACES_KEY, CARD, SMS = "AIzaCanaryCanaryCanaryCanary", 877_665_544_332, "741852"


def spellings(secret):
    """As it is, and as the encodings on its way would write it."""
    raw = secret.encode()
    yield raw
    yield json.dumps(secret)[1:-1].encode()
    yield urllib.parse.quote(secret, safe="").encode()
    yield urllib.parse.quote_plus(secret).encode()
    # Base64 at each of the three alignments, without the ends that depend on the neighbours.
    for pad in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            yield encode(b"x" * pad + raw)[4 if pad else 0:-4]
    yield raw.hex().encode()


def learned(sandbox):
    """Every secret that crossed the wire, by what it is."""
    found = {}
    for request in sandbox.control("/requests")["requests"]:
        headers, form = request["headers"], dict(urllib.parse.parse_qsl(request["body"]))
        for kind, value in [
            ("token", headers.get("x-resy-auth-token")), ("book_token", form.get("book_token")),
            ("resy_token", form.get("resy_token")),
        ] + [("cookie", part.split("=", 1)[1]) for part in headers.get("cookie", "").split("; ") if "=" in part]:
            if value:
                found.setdefault(kind, set()).add(value)
    return found


def files(folder):
    for place, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(place, name), "rb") as file:
                yield os.path.join(place, name), file.read()


def drive(sandbox, folder, home, log):
    """Signs in wrongly and rightly, checks, books with money at stake, lists, cancels, fails; answers all that was said."""
    # Shared with nobody: what the program itself puts into it.
    env = {
        "RESY_MCP_HOME": home, "HOME": folder, "TMPDIR": folder + "/tmp", "RESY_API_URL": sandbox.tls_url,
        "RESY_CACERT": sandbox.cacert, "GOOGLE_PLACES_URL": sandbox.tls_url, "RESY_PACE": "0",
        "GOOGLE_PLACES_API_KEY": PLACES_KEY, "SWIFT_BACKTRACE": "enable=no"}
    said = []
    client = Client([binary, "serve", "--curl-verbose", "--log-level", "trace"], env, stderr=log)
    client.open()
    with open(f"/proc/{client.process.pid}/cmdline", "rb") as line:
        said.append(("command line", line.read()))

    def call(tool, **arguments):
        result = client.call(tool, **arguments)
        said.append((tool, json.dumps(result, ensure_ascii=False).encode()))
        return result.get("structuredContent") or {}

    call("store_resy_credentials", email=EMAIL, password=WRONG)
    call("store_resy_credentials", email=EMAIL, password=PASSWORD)
    for name in ("Card & Hold", "Example Trattoria"):
        wish = {"restaurant_name": name, "location": "New York", "date": "in 3 days"}
        call("check_availability", **wish, preferred_time="19:00")
        booked = call("make_reservation", **wish, time="19:00", allow_overlap=True, payment_method="4242")
        if booked.get("status") == "needs_confirmation":
            booked = call("make_reservation", **wish, time="19:00", allow_overlap=True, payment_method="4242",
                          confirm_token=booked["confirm_token"])
        call("my_reservations")
        gone = call("cancel_reservation", confirmation_id=booked["confirmation_id"])
        if gone.get("status") != "cancelled":
            raise SystemExit(f"the table at {name} was not cancelled: {gone}")
    # Answers that quote secrets back, or break off inside them.
    for fault in ("wrongTypes", "truncate", "invalidUTF8", "pageAfterCommit", "missingFields", "duplicateKeys"):
        for place in ("authPassword", "details", "book", "reservations"):
            sandbox.control("/fault", {"fault": fault, "on": place, **({"value": 60} if fault == "truncate" else {})})
        call("make_reservation", restaurant_name="Example Trattoria", location="New York", date="in 4 days", time="18:00")
        sandbox.control("/token", {"expire": True})
        call("my_reservations")
    client.close()
    for arguments, words in (
        (["login", "--email", EMAIL, "--password-stdin"], PASSWORD), (["list"], ""), (["list", "--json"], ""),
        (["doctor"], ""),
    ):
        done = subprocess.run(
            [binary, *arguments, "--curl-verbose", "--log-level", "trace"], input=words.encode(), capture_output=True,
            env={"PATH": "/usr/bin:/bin", **env})
        said.append((arguments[0] + " stdout", done.stdout))
        said.append((arguments[0] + " stderr", done.stderr))
    return said


def check_memory():
    """No core file, and nobody's to look into but root's."""
    options = {"user": 65534} if os.getuid() == 0 else {}
    try:
        process = subprocess.Popen([binary, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   env={"RESY_MCP_HOME": "/nonexistent"}, **options)
    except PermissionError:
        print("not checked as another user: the program's folder is closed to it")
        process = subprocess.Popen([binary, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        options = None
    process.stdin.write(b'{"jsonrpc":"2.0","id":1,"method":"ping"}\n')
    process.stdin.flush()
    process.stdout.readline()
    with open(f"/proc/{process.pid}/limits") as limits:
        core = next(line for line in limits if line.startswith("Max core file size")).split()[4:6]
    # What may not be dumped belongs to root, whoever runs it.
    owner = os.stat(f"/proc/{process.pid}/environ").st_uid
    process.stdin.close()
    process.wait()
    if core != ["0", "0"] or (options is not None and owner != 0):
        raise SystemExit(f"the process may be dumped: core limit {core}, owner {owner}")


check_memory()
with Sandbox(simulator, "--tls") as sandbox, tempfile.TemporaryDirectory() as folder:
    home = folder + "/home"
    os.mkdir(folder + "/tmp")
    sandbox.control("/switches", {"placesKey": PLACES_KEY})
    sandbox.control("/account", {
        "email": EMAIL, "password": PASSWORD, "smsCode": SMS,
        "cards": [{"id": CARD, "display": "4242", "type": "visa", "isDefault": True}], "defaultCard": CARD})
    with open(folder + "/stderr", "wb") as log:
        places = drive(sandbox, folder, home, log)
    with open(folder + "/stderr", "rb") as log:
        places.append(("stderr", log.read()))
    secrets = learned(sandbox)
    for kind in ("token", "book_token", "resy_token", "cookie"):
        if not secrets.get(kind):
            raise SystemExit(f"no {kind} crossed the wire: the search would prove nothing")
    secrets |= {"password": {PASSWORD, WRONG}, "google key": {PLACES_KEY}, "card id": {str(CARD)}}
    places += [(path.removeprefix(folder), content) for path, content in files(folder) if not path.endswith("/stderr")]
    searched, hits = 0, 0
    for place, content in places:
        searched += len(content)
        for kind, values in secrets.items():
            # Arguments and results are named by contract; the key of the sealed file is a key, not one of these.
            for value in values:
                if any(len(spelling) > 5 and spelling in content for spelling in spellings(value)):
                    hits += 1
                    print(f"FOUND a {kind} in {place}", file=sys.stderr)
    trace = dict(places)["stderr"]
    for proof in (b"/3/book", b"/3/auth/password", b"HTTP/2"):
        if proof not in trace:
            raise SystemExit(f"the trace does not show {proof.decode()}: the search would prove nothing")
    number = sum(len(values) for values in secrets.values())
print(f"{number} secrets searched for in {len(places)} places, {searched // 1024} KiB: {hits} found")
print(json.dumps({"secrets": number, "kibibytes": searched // 1024, "found": hits}))
sys.exit(1 if hits else 0)
