#!/usr/bin/env python3
"""Plants secrets, drives everything at trace level with --curl-verbose, and searches all that the program left behind.

    canaries.py resy-mcp resy-sandbox

Planted or learned from the simulator's record of what was sent: password (a right and a wrong one), access tokens,
refresh cookies, card id, book_token, resy_token, claim and challenge of a sign-in by phone, code of its SMS, Google key, the
address that watches send to.
Searched: stdout, stderr, the home with its sealed files, the temp folder, the command line; during a sign-in through a
browser also the command line and environment of the browser's processes and, again and again, the browser's files.
The last line is the count as JSON. Exit status: 0 when nothing was found.
"""
import base64
import json
import os
import stat
import subprocess
import sys
import tempfile
import urllib.parse

from browsers import browser_script, processes, wait_until
from sandbox import Client, Sandbox

binary, simulator = sys.argv[1:3]
EMAIL, PASSWORD, WRONG = "sam@example.com", "Canary-Pa55 w+rd/ÿ=&\"", "Canary-Wr0ng w+rd"
PLACES_KEY, CARD, SMS = "AIzaCanaryCanaryCanaryCanary", 877_665_544_332, "CanaryC0de741852"
TOPIC = "CanaryT0pic-951"
REQUEST = "a Canary table in the quiet corner, no n7ts"
PHONE = "+12125550177"


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
            ("resy_token", form.get("resy_token")), ("claim", form.get("claim_token")),
            ("challenge", form.get("challenge_id")),
        ] + [("cookie", part.split("=", 1)[1]) for part in headers.get("cookie", "").split("; ") if "=" in part]:
            if value:
                found.setdefault(kind, set()).add(value)
    return found


def files(folder):
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            if stat.S_ISREG(os.lstat(path).st_mode):
                with open(path, "rb") as file:
                    yield path, file.read()


def drive(sandbox, folder, home, log):
    """Signs in wrongly and rightly, checks, books with money at stake, lists, cancels, fails; answers all that was
    said, and the secrets that crossed the wire."""
    # Shared with nobody: what the program itself puts into it.
    env = {
        "RESY_MCP_HOME": home, "HOME": folder, "TMPDIR": folder + "/tmp", "RESY_API_URL": sandbox.tls_url,
        "RESY_CACERT": sandbox.cacert, "GOOGLE_PLACES_URL": sandbox.tls_url, "RESY_PACE": "0", "RESY_BUDGET": "0",
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
        wish |= {"special_requests": REQUEST}
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
    # What the faults left unspent would spoil these.
    crossed = learned(sandbox)
    sandbox.control("/clear", {})
    # A home may sign in thrice in a quarter of an hour.
    env["RESY_MCP_HOME"] = folder + "/shell-home"
    for arguments, words in (
        (["login", "--email", EMAIL, "--password-stdin"], PASSWORD), (["list"], ""), (["list", "--json"], ""),
        (["doctor"], ""), (["login", "--phone", PHONE, "--email", EMAIL], "CanaryWr0ngC0de\n" + SMS), (["list"], ""),
    ):
        if "--phone" in arguments:
            env["RESY_MCP_HOME"] = folder + "/phone-home"
        done = subprocess.run(
            [binary, *arguments, "--curl-verbose", "--log-level", "trace"], input=words.encode(), capture_output=True,
            env={"PATH": "/usr/bin:/bin", **env})
        said.append((arguments[0] + " stdout", done.stdout))
        said.append((arguments[0] + " stderr", done.stderr))
        if done.returncode:
            raise SystemExit(f"{arguments} ended with {done.returncode}: {done.stderr.decode()[-600:]}")
    said += drive_watch(sandbox, env)
    said += drive_browser(sandbox, folder, env)
    for kind, values in learned(sandbox).items():
        crossed.setdefault(kind, set()).update(values)
    return said, crossed


def drive_watch(sandbox, env):
    """Has a table watched whose message goes to a secret address, and one to where nobody listens."""
    env = {"PATH": "/usr/bin:/bin", **env, "RESY_NOTIFY_URL": f"{sandbox.tls_url}/{TOPIC}?key={TOPIC}"}
    said = []
    for words in (["add", "Example Trattoria", "--on", "in 5 days"], ["tick"], ["list", "--json"], ["install", "--dry-run"]):
        done = subprocess.run(
            [binary, "watch", *words, "--curl-verbose", "--log-level", "trace"], capture_output=True, env=env)
        said += [(f"watch {words[0]} stdout", done.stdout), (f"watch {words[0]} stderr", done.stderr)]
        if done.returncode:
            raise SystemExit(f"watch {words} ended with {done.returncode}: {done.stderr.decode()[-600:]}")
    env["RESY_NOTIFY_URL"] = f"https://localhost:1/{TOPIC}"
    for words in (["add", "Example Trattoria", "--on", "in 6 days"], ["tick"], ["doctor"]):
        done = subprocess.run(
            [binary, *([] if words == ["doctor"] else ["watch"]), *words, "--curl-verbose", "--log-level", "trace"],
            capture_output=True, env=env)
        said += [(f"{words[0]} stdout", done.stdout), (f"{words[0]} stderr", done.stderr)]
        if words == ["tick"] and done.returncode != 1:
            raise SystemExit(f"a message that nobody took ended with {done.returncode}: {done.stderr.decode()[-600:]}")
    return said


def drive_browser(sandbox, folder, env):
    """Signs in through a browser with secrets in the environment, and looks at the browser until it is gone."""
    temp = folder + "/browser-tmp"
    os.mkdir(temp)
    env = {"PATH": "/usr/bin:/bin", **env, "TMPDIR": temp, "RESY_MCP_HOME": folder + "/browser-home",
           "RESY_API_URL": sandbox.url, "RESY_WEB_URL": sandbox.ready["web"], "RESY_CHROMIUM": browser_script(folder),
           "RESY_EMAIL": EMAIL, "RESY_PASSWORD": PASSWORD}
    sandbox.control("/switches", {"block": "authProgramsPage"})
    seen, filed = {}, {}
    with open(folder + "/browser-said", "w+b") as log:
        login = subprocess.Popen([binary, "login", "--browser", "--curl-verbose", "--log-level", "trace"],
                                 stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=env)

        def has_ended():
            for number in set(processes(temp)) - {login.pid}:
                for name in ("cmdline", "environ"):
                    try:
                        with open(f"/proc/{number}/{name}", "rb") as file:
                            seen[f"browser's {name} {number}"] = file.read()
                    except OSError:
                        pass  # gone meanwhile
            try:
                filed.update({(path, len(content)): content for path, content in files(temp)})
            except OSError:
                pass  # removed meanwhile
            return login.poll() is not None

        if not wait_until(has_ended, 120) or login.returncode:
            log.seek(0)
            raise SystemExit(f"the sign-in through the browser failed: {log.read().decode()[-600:]}")
    if not any("environ" in name and content for name, content in seen.items()) or not filed:
        raise SystemExit("nothing of the browser was seen: the search would prove nothing")
    if os.listdir(temp):
        raise SystemExit(f"the browser left {os.listdir(temp)}")
    sandbox.control("/switches", {"block": "none"})
    return [*seen.items(), *((f"browser's {path.removeprefix(temp)}", content) for (path, _), content in filed.items())]


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
with Sandbox(simulator, "--tls", "--web") as sandbox, tempfile.TemporaryDirectory() as folder:
    home = folder + "/home"
    os.mkdir(folder + "/tmp")
    sandbox.control("/switches", {"placesKey": PLACES_KEY})
    sandbox.control("/account", {
        "email": EMAIL, "password": PASSWORD, "phone": PHONE, "smsCode": SMS,
        "cards": [{"id": CARD, "display": "4242", "type": "visa", "isDefault": True}], "defaultCard": CARD})
    with open(folder + "/stderr", "wb") as log:
        places, secrets = drive(sandbox, folder, home, log)
    with open(folder + "/stderr", "rb") as log:
        places.append(("stderr", log.read()))
    for kind in ("token", "book_token", "resy_token", "cookie", "claim", "challenge"):
        if not secrets.get(kind):
            raise SystemExit(f"no {kind} crossed the wire: the search would prove nothing")
    secrets |= {"password": {PASSWORD, WRONG}, "code": {SMS, "CanaryWr0ngC0de"}, "google key": {PLACES_KEY}, "card id": {str(CARD)},
                "notify address": {TOPIC}}
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
    # Said to the diner and remembered, and nobody's business in a trace.
    if any(spelling in trace for spelling in spellings(REQUEST)):
        hits += 1
        print("FOUND a special request in the trace", file=sys.stderr)
    for proof in (b"/3/book", b"/3/auth/password", b"/2/reservation/special_request", b"HTTP/2"):
        if proof not in trace:
            raise SystemExit(f"the trace does not show {proof.decode()}: the search would prove nothing")
    number = sum(len(values) for values in secrets.values())
print(f"{number} secrets searched for in {len(places)} places, {searched // 1024} KiB: {hits} found")
print(json.dumps({"secrets": number, "kibibytes": searched // 1024, "found": hits}))
sys.exit(1 if hits else 0)
