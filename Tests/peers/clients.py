#!/usr/bin/env python3
"""Each app's list of servers, as resy-mcp leaves it: clients.py resy-mcp.

What is written is read by parsers that are not ours (tomllib, and json behind a small reader of comments), the entry that is
found is started with what it says and nothing else, and uninstalling gives the same bytes. For TOML hundreds of files in odd
layouts follow, and what is left of them when bytes are missing: what tomllib takes is changed and nothing else in it is; what it
does not take is left alone.
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import tomllib

program = str(pathlib.Path(sys.argv[1]).resolve())
seed = int(os.environ.get("RESY_SEED", "17"))

FILES = {
    "claude-code": ".claude.json", "claude-desktop": ".config/Claude/claude_desktop_config.json", "codex": ".codex/config.toml",
    "cursor": ".cursor/mcp.json", "gemini": ".gemini/settings.json", "vscode": ".config/Code/User/mcp.json",
    "windsurf": ".codeium/windsurf/mcp_config.json", "zed": ".config/zed/settings.json",
}
SECTIONS = {"codex": "mcp_servers", "vscode": "servers", "zed": "context_servers"}

TOML_FILES = [
    "", "\n", "# nothing yet", "model = \"gpt\"\n", "model = 'x' # c\r\n\r\n[mcp_servers.a]\r\ncommand = \"x\"\r\n",
    "[mcp_servers]\na = { command = \"x\" }\n\n[tui]\nnotifications = true",
    "mcp_servers = { a = { command = \"x\" } } # all on one line\n[t]\n", "mcp_servers.a.command = \"x\"\n[mcp_servers.a.env]\nK = \"v\"\n",
    "[ \"mcp_servers\" . 'a' ] # odd\n\"command\"   =   '''x'''\nargs = [\n  \"1\", # one\n  \"2\",\n]\n\n[projects.\"/home/ada/it's\"]\ntrust_level = \"trusted\"\n",
    "[mcp_servers]\na.command = \"x\"\na.args = []\n# the end", "x = \"\"\"\n[mcp_servers.resy]\n\"\"\"\n", "[[profiles]]\nn = 1\n[[profiles]]\nn = 2\n",
    "\ufeffmodel = \"gpt\"\n",
]
JSON_FILES = [
    "", "{}", "{ }\n", "{\"SECTION\":{}}", "{\n\t\"theme\": \"dark\",\n\t\"SECTION\": {\n\t\t\"a\": {\"command\": \"x\", \"args\": []}\n\t}\n}\n",
    "{\r\n  \"n\": [1.10, 1e400, 123456789012345678901]\r\n}\r\n", "{\"a\":{\"SECTION\":1},\"b\":\"{\"}", "\ufeff{\"a\": 1}",
]
# The apps that take comments and trailing commas.
COMMENTED = [
    "// Zed settings\n//\n// see https://zed.dev/docs\n{\n  // mine\n  \"vim_mode\": true, // yes\n  \"SECTION\": {\n    /* one */\n    \"a\": { \"command\": \"x\", \"args\": [], },\n  },\n}\n",
    "{ \"u\": \"http://a//b\", /* { */ }\n// end",
]


def run(home, *arguments, **environment):
    return subprocess.run([program, *arguments], capture_output=True, text=True, env={"HOME": home, **environment}, timeout=60)


def fail(what, *more):
    raise SystemExit(f"clients: {what}\n" + "\n".join(str(part) for part in more))


def plain_json(text):
    """Without comments, trailing commas and the mark of a byte order."""
    text = re.sub(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/', lambda m: m[0] if m[0][0] == '"' else " ", text.lstrip("\ufeff"), flags=re.S)
    return re.sub(r'"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])', lambda m: m[0] if m[0][0] == '"' else "", text, flags=re.S)


def read(client, data):
    text = data.decode()
    if client == "codex":
        return tomllib.loads(text.removeprefix("\ufeff"))
    return json.loads(plain_json(text)) if text.strip("\ufeff \r\n\t") else {}


def without(tree, client, name="resy"):
    """All but the entry; a list that has nothing else counts as none."""
    section = SECTIONS.get(client, "mcpServers")
    servers = {key: value for key, value in tree.get(section, {}).items() if key != name}
    return {**{key: value for key, value in tree.items() if key != section}, **({section: servers} if servers else {})}


def start(entry, home):
    """As the app does: command, args and env, and no shell."""
    opening = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
        "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "app", "version": "1"}}}
    done = subprocess.run(
        [entry["command"], *entry["args"]], input=json.dumps(opening) + "\n", capture_output=True, text=True, cwd="/",
        env={"HOME": home, **entry.get("env", {})}, timeout=60)
    return json.loads(done.stdout.splitlines()[0])["result"]["serverInfo"]["name"]


def check(client, before, started=False):
    with tempfile.TemporaryDirectory() as home:
        file = pathlib.Path(home, FILES[client])
        file.parent.mkdir(parents=True, exist_ok=True)
        if before is not None:
            file.write_bytes(before)
        # Words that each format has to escape in its own way.
        done = run(home, "install", client, "--in", "St. \"X\"\\Y\u00e9'", "--home", f"{home}/a b")
        if done.returncode:
            fail(f"{client} was not installed", before, done.stderr)
        after = file.read_bytes()
        tree = read(client, after)
        entry = tree[SECTIONS.get(client, "mcpServers")]["resy"]
        if entry["args"] != ["serve", "--home", f"{home}/a b", "--in", "St. \"X\"\\Y\u00e9'"]:
            fail(f"{client}: other words", entry)
        if repr(without(tree, client)) != repr(without(read(client, before or b""), client)):
            fail(f"{client}: something else changed", before, after)
        if started and start(entry, home) != "resy-mcp":
            fail(f"{client}: the entry does not start the server", entry)
        again = run(home, "install", client)
        if again.returncode or file.read_bytes() != after:
            fail(f"{client}: the second time changed it", before, after, file.read_bytes(), again.stderr)
        # Somebody writes something else before it goes.
        late = (b"late = 1\n" if client == "codex" else None)
        if late:
            mark = b"\xef\xbb\xbf" if after.startswith(b"\xef\xbb\xbf") else b""
            file.write_bytes(mark + late + after.removeprefix(mark))
            undone = run(home, "uninstall", client)
            if undone.returncode or without(read(client, file.read_bytes()), client) != {
                    "late": 1, **without(read(client, before or b""), client)}:
                if "nan" not in repr(read(client, file.read_bytes())):
                    fail("codex: the rest changed", before, file.read_bytes(), undone.stderr)
            for copy in file.parent.glob(f"{file.name}.before-resy-mcp.*"):
                copy.unlink()
            file.unlink()
            if before is not None:
                file.write_bytes(before)
            run(home, "install", client)
        undone = run(home, "uninstall", client)
        left = file.read_bytes() if file.exists() else None
        if undone.returncode or left != before:
            fail(f"{client}: uninstalling left something else", before, left, undone.stderr)
        if any(path.name != file.name for path in file.parent.iterdir()):
            fail(f"{client}: something is left", list(file.parent.iterdir()))


def refused(client, before):
    with tempfile.TemporaryDirectory() as home:
        file = pathlib.Path(home, FILES[client])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(before)
        done = run(home, "install", client)
        if done.returncode != 1 or file.read_bytes() != before or "command" not in done.stdout:
            fail(f"{client}: what is not valid was taken", before, file.read_bytes(), done.stdout, done.stderr)


# MARK: - Random TOML

def word(dice):
    return "".join(dice.choice("abcxyz0-_") for _ in range(dice.randint(1, 4)))


def key(dice, name=None):
    name = name or word(dice)
    return dice.choice([name, name, f'"{name}"', f"'{name}'"])


def blank(dice):
    return dice.choice(["", " ", "\t", "  "])


def value(dice, depth=0):
    kind = dice.randint(0, 11 if depth < 2 else 8)
    if kind < 9:
        return dice.choice([
            '"a # b"', "'c:\\d'", '"\\u00e9\\n"', "12", "-1_0", "0x1F", "1.5e3", "true", "1979-05-27", "1979-05-27 07:32:00Z", "07:32:00",
            '"""\nx\n[y]\n"""', "'''z'''", "\"\"", "[]", "{}"])
    parts = [value(dice, depth + 1) for _ in range(dice.randint(0, 3))]
    if kind < 11:
        gap = dice.choice(["", " ", "\n  ", " # c\n "])
        return "[" + ",".join(gap + part for part in parts) + ("," if parts and dice.random() < 0.3 else "") + gap + "]"
    return "{ " + ", ".join(f"{key(dice, f'k{n}')} = {part}" for n, part in enumerate(parts)) + "}"


def line(dice, name=None):
    keys = f"{blank(dice)}.{blank(dice)}".join([key(dice, name)] + [key(dice) for _ in range(dice.choice([0, 0, 0, 1, 2]))])
    return f"{blank(dice)}{keys}{blank(dice)}={blank(dice)}{value(dice)}{blank(dice)}{dice.choice(['', '', '# c'])}"


def server(dice, name):
    command, args = f'command = "x{dice.randint(0, 9)}"', "args = [ 'a', ]"
    return dice.choice([
        [f"[mcp_servers.{key(dice, name)}]", command, args],
        [f"[mcp_servers.{name}]", "# of mine", command, "", f"[mcp_servers.{name}.env]", "K = 'v'"],
        [f"[ mcp_servers . {key(dice, name)} ] # c", f"{command}{blank(dice)}"],
    ])


def document(dice):
    lines = [line(dice) for _ in range(dice.randint(0, 3))]
    form = dice.randint(0, 4)
    if form == 1:
        lines.append("mcp_servers = {" + ", ".join(f'{name}={{command="x"}}' for name in dice.sample("abc", dice.randint(0, 3))) + " }")
    if form == 2:
        lines += [f'mcp_servers.{name}.command = "x"' for name in dice.sample("abc", dice.randint(1, 3))]
    blocks = [[dice.choice([f"[{key(dice)}]", f"[[{key(dice)}]]", f"[{key(dice)}.{key(dice)}]"])] + [line(dice) for _ in range(dice.randint(0, 3))]
              for _ in range(dice.randint(0, 3))]
    if form == 3:
        blocks.append(["[mcp_servers]"] + [dice.choice([f'{name} = {{ command = "x" }}', f'{name}.command = "x"']) for name in "ab"])
    if form == 4:
        blocks += [server(dice, name) for name in dice.sample("abc", 2)]
    if form in (3, 4) and dice.random() < 0.2:
        blocks.append(server(dice, "resy"))
    dice.shuffle(blocks)
    for block in blocks:
        lines += [dice.choice(["", "", "# before"])] * dice.randint(0, 1) + block
    return dice.choice(["\n", "\n", "\r\n"]).join(lines) + dice.choice(["", "\n", "\n\n", "\n# last"])


def forced(before):
    """Another program's entry goes and comes back."""
    with tempfile.TemporaryDirectory() as home:
        file = pathlib.Path(home, FILES["codex"])
        file.parent.mkdir(parents=True)
        file.write_bytes(before)
        if run(home, "install", "codex").returncode != 1 or file.read_bytes() != before:
            fail("codex: another program's entry was replaced in silence", before)
        done = run(home, "install", "codex", "--force")
        if done.returncode:
            # Half of it here and half of it there is left alone.
            if file.read_bytes() != before or "too unusual" not in done.stderr:
                fail("codex: --force failed", before, done.stderr)
            return
        tree = read("codex", file.read_bytes())
        if without(tree, "codex") != without(read("codex", before), "codex") or start(tree["mcp_servers"]["resy"], home) != "resy-mcp":
            fail("codex: --force changed something else", before, file.read_bytes())
        with file.open("ab") as late:
            late.write(b"\n[late]\nx = 1\n")
        done = run(home, "uninstall", "codex")
        if done.returncode or read("codex", file.read_bytes()) != {**read("codex", before), "late": {"x": 1}}:
            fail("codex: the other entry did not come back", before, file.read_bytes(), done.stderr)


dice = random.Random(seed)
started = 0
for client in FILES:
    section = SECTIONS.get(client, "mcpServers")
    files = TOML_FILES if client == "codex" else [text.replace("SECTION", section) for text in JSON_FILES + COMMENTED]
    for text in [None, *files]:
        check(client, None if text is None else text.encode(), started=True)
        started += 1
    for text in ["mcp_servers = 5", "a = ", "[mcp_servers", "a = 1\na = 2"] if client == "codex" else ["[]", "{", f'{{"{section}": 5}}', "{} x"]:
        refused(client, text.encode())
print(f"clients: {started} entries of {len(FILES)} apps start the server as written, and go without a trace")

counts = {"changed": 0, "left alone": 0, "another's": 0}
for number in range(int(os.environ.get("RESY_TOML_FILES", "150"))):
    text = document(dice)
    if dice.random() < 0.4 and text:
        for _ in range(dice.randint(1, 2)):
            at = dice.randrange(len(text))
            text = dice.choice([text[:at] + text[at + 1:], text[:at] + dice.choice("\"'[]{}=,.#\n\\1e_") + text[at:]])
    data = text.encode()
    try:
        tree = tomllib.loads(text)
        servers = tree.get("mcp_servers", {})
        valid = isinstance(servers, dict)
    except (tomllib.TOMLDecodeError, RecursionError):
        valid = False
    if not valid:
        refused("codex", data)
        counts["left alone"] += 1
    elif "resy" in servers:
        forced(data)
        counts["another's"] += 1
    else:
        check("codex", data)
        counts["changed"] += 1
print("clients: " + ", ".join(f"{count} TOML files {what}" for what, count in counts.items()) + f" (seed {seed})")
