#!/usr/bin/env python3
"""Prints the manual page of what the program says of itself: BINARY --experimental-dump-help | manpage.py VERSION"""
import datetime
import json
import os
import sys

version = sys.argv[1]
program = json.load(sys.stdin)["command"]
out = []


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in text.split("\n"))


def prose(text, without=()):
    """Paragraphs; lines that are indented are shown as they are. `without`: paragraphs that begin so stand elsewhere."""
    for block in (text or "").strip("\n").split("\n\n"):
        if block.startswith(tuple(without)):
            continue
        out.append(".PP")
        lines, literal = block.split("\n"), False
        for line in lines:
            if line.startswith("  ") != literal:
                literal = not literal
                out.append(".nf\n.RS" if literal else ".RE\n.fi")
            out.append(escaped(line.strip()))
        if literal:
            out.append(".RE\n.fi")


def term(argument):
    value = f" \\fI{escaped(argument.get('valueName') or 'value')}\\fR"
    if argument["kind"] == "positional":
        return value.strip()
    names = [("\\-" if name["kind"] == "short" else "\\-\\-") + escaped(name["name"]) for name in argument["names"]]
    joined = ", ".join(f"\\fB{name}\\fR" for name in names)
    return joined + (value if argument["kind"] == "option" else "")


def is_setting(argument):
    return argument.get("sectionTitle") == "Settings"


def arguments(command):
    for argument in command.get("arguments", []):
        if is_setting(argument) or not argument.get("shouldDisplay", True):
            continue
        if {name["name"] for name in argument.get("names", [])} & {"help", "version"}:
            continue
        text = argument.get("abstract", "")
        if argument.get("defaultValue"):
            text += f" (default: {argument['defaultValue']})"
        out.extend([".TP", term(argument), escaped(text)])


def paragraph(command, title):
    """The lines below a title in a command's own words, such as its examples."""
    for block in (command.get("discussion") or "").split("\n\n"):
        if block.startswith(title):
            return block
    return ""


day = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc).strftime("%Y-%m-%d")
out += [f'.TH RESY\\-MCP 1 "{day}" "resy-mcp {version}" "User commands"', ".SH NAME"]
out += [f"resy\\-mcp \\- {escaped(program['abstract'].rstrip('.')[0].lower() + program['abstract'].rstrip('.')[1:])}"]
out += [".SH SYNOPSIS", ".B resy\\-mcp", "[\\fIcommand\\fR] [\\fIoptions\\fR]", ".SH DESCRIPTION"]
prose(program.get("discussion"), without=["Exit status", "Start with"])
out.append(".SH COMMANDS")
commands = [command for command in program["subcommands"] if command["commandName"] != "help"]


def section(command, name):
    out.append(f".SS resy\\-mcp {escaped(name)}")
    out.append(escaped(command["abstract"]))
    prose(command.get("discussion"), without=["Exit status", "Example", "Settings that every command"])
    arguments(command)
    for own in command.get("subcommands", []):
        if own["commandName"] != "help":
            section(own, f"{name} {own['commandName']}")


for command in commands:
    section(command, command["commandName"])

settings = [a for a in next(c for c in commands if c["commandName"] == "list")["arguments"] if is_setting(a)]
out += [".SH SETTINGS", "Every command takes these. A flag wins over the variable in brackets."]
for setting in settings:
    out += [".TP", term(setting), escaped(setting.get("abstract", ""))]

out += [
    ".SH ENVIRONMENT",
    "The variables of the settings above; a blank one, and one that is \\fBnull\\fR or \\fBnone\\fR, counts as unset. Besides:"]
for name, text in [
    ("RESY_EMAIL, RESY_PASSWORD", "Sign in with these where nothing is stored."),
    ("RESY_NOTIFY_URL", "Where a watch sends its message, as a POST; the address is a secret."),
    ("RESY_NOTIFY_COMMAND", "One program, by its whole path, that gets the message of a watch on its standard input."),
    ("RESY_API_KEY", "Resy's key for programs, where the built-in public one is not to be used."),
    ("GOOGLE_PLACES_API_KEY", "Lets Google find restaurants; without it Resy's own search does."),
    ("COLUMNS", "How wide to write where the terminal does not say."),
    ("NO_COLOR", "Where it is set, nothing is coloured."),
    ("XDG_DATA_HOME, HOME", "Where all state lies, unless a setting names another folder."),
]:
    out += [".TP", f"\\fB{escaped(name)}\\fR", escaped(text)]

out.append(".SH EXIT STATUS")
for number, text in [
    (0, "Done."), (1, "Failed; also a list from this computer's own record, and a table that is still booked."),
    (2, "Wrong usage."), (3, "Not signed in."), (4, "Nothing available."),
    (5, "The outcome is not known: look before you try again."),
    (6, "It needs a yes, or more is at stake than --max-fee allows."),
]:
    out += [".TP", f"\\fB{number}\\fR", escaped(text)]

out.append(".SH EXAMPLES")
for command in commands:
    lines = [line.strip() for line in paragraph(command, "Example").split("\n")[1:]]
    if lines:
        out += [".PP", escaped(command["abstract"]), ".PP", ".nf", ".RS", *[escaped(line) for line in lines], ".RE", ".fi"]
out += [
    ".SH FILES", ".TP", "\\fI~/.local/share/resy\\-mcp\\fR",
    "All state: the encrypted credentials, their key, and the list of what was booked from here.",
]
print("\n".join(out))
