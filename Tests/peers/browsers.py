"""What a browser sign-in leaves behind: its processes, its folders, and secrets where none may be."""
import os
import stat
import time

RULES = "MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost"


def browser_script(folder):
    """The machine's Chromium, kept to this machine."""
    path = os.path.join(folder, "browser")
    with open(path, "w") as file:
        file.write(f'#!/bin/sh\nexec /usr/bin/chromium "--host-resolver-rules={RULES}" "$@"\n')
    os.chmod(path, 0o755)
    return path


def processes(folder):
    """Living processes that know the folder; zombies have neither words nor environment."""
    found = []
    for number in filter(str.isdigit, os.listdir("/proc")):
        for name in ("cmdline", "environ"):
            try:
                with open(f"/proc/{number}/{name}", "rb") as file:
                    if folder.encode() in file.read() and int(number) != os.getpid():
                        found.append(int(number))
                        break
            except OSError:
                pass
    return found


def wait_until(is_so, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.02)
    return False


def files_with(folder, words, but=()):
    """Files below the folder that hold one of the words, but for those named."""
    found = []
    for root, _, names in os.walk(folder):
        for path in (os.path.join(root, name) for name in names):
            if os.path.basename(path) in but or not stat.S_ISREG(os.lstat(path).st_mode):
                continue
            with open(path, "rb") as file:
                content = file.read()
            if any(word in content for word in words):
                found.append(path)
    return found
