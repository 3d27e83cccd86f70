#!/usr/bin/env python3
"""Prints the manual page, made from what the program says of itself: manpage.py BINARY VERSION"""
import datetime
import json
import os
import subprocess
import sys

binary, version = sys.argv[1:3]
help_text = subprocess.run([binary, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
program = json.loads(help_text)["command"]
out = []


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in text.split("\n"))


def prose(text):
    """Paragraphs; lines that are indented are shown as they are."""
    for block in (text or "").strip("\n").split("\n\n"):
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


def arguments(command, settings):
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True) or (argument.get("sectionTitle") == "Settings") != settings:
            continue
        if {name["name"] for name in argument.get("names", [])} & {"help", "version"}:
            continue
        text = argument.get("abstract", "")
        if argument.get("defaultValue"):
            text += f" (default: {argument['defaultValue']})"
        out.extend([".TP", term(argument), escaped(text)])


day = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc).strftime("%Y-%m-%d")
out += [f'.TH RESY\\-MCP 1 "{day}" "resy-mcp {version}" "User commands"', ".SH NAME"]
out += [f"resy\\-mcp \\- {escaped(program['abstract'].rstrip('.')[0].lower() + program['abstract'].rstrip('.')[1:])}"]
out += [".SH SYNOPSIS", ".B resy\\-mcp", "[\\fIcommand\\fR] [\\fIoptions\\fR]", ".SH DESCRIPTION"]
prose(program.get("discussion"))
out.append(".SH COMMANDS")
commands = [command for command in program["subcommands"] if command["commandName"] != "help"]
for command in commands:
    out.append(f".SS resy\\-mcp {escaped(command['commandName'])}")
    out.append(escaped(command["abstract"]))
    prose(command.get("discussion"))
    arguments(command, settings=False)
out += [".SH SETTINGS", "Every command takes these; the variable in brackets means the same, and a flag wins."]
arguments(next(command for command in commands if command["commandName"] == "list"), settings=True)
out += [
    ".SH FILES", ".TP", "\\fI~/.local/share/resy\\-mcp\\fR",
    "All state: the encrypted credentials, their key, and the list of what was booked from here.",
]
print("\n".join(out))
