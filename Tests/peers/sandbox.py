"""Starts the simulated Resy and stops it with the caller; used by the demo, the benchmark and the peers."""
import json
import subprocess
import time
import urllib.request


class Sandbox:
    def __init__(self, binary, *flags):
        self.process = subprocess.Popen(
            [binary, "--exit-with-stdin", *flags], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("the simulator did not start")
        self.ready = json.loads(line)
        self.url = self.ready["url"]
        self.tls_url = self.ready.get("tls_url")
        self.cacert = self.ready.get("cacert")

    def control(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.ready["control"] + path, data=data, method="GET" if data is None else "POST")
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request) as answer:
            return json.loads(answer.read() or b"null")

    def look(self):
        """{"requests": {"find": 3}, "most_in_flight": {"find": 2}, "total": 3} since the last look."""
        return self.control("/look", {})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Client:
    """A bare MCP client on the server's own pipes: one call at a time."""

    def __init__(self, command, env, stderr=None):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr, env={"PATH": "/usr/bin:/bin", **env})
        self.number = 0
        # Milliseconds from the last request's line to the answer's: without what it took to write and read them here.
        self.took = 0

    def request(self, method, **params):
        self.number += 1
        message = {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}
        asked = json.dumps(message).encode() + b"\n"
        begin = time.perf_counter()
        self.process.stdin.write(asked)
        self.process.stdin.flush()
        while True:
            line = self.process.stdout.readline()
            end = time.perf_counter()
            if not line:
                raise SystemExit("the server ended")
            answer = json.loads(line)
            if answer.get("id") == self.number:
                self.took = (end - begin) * 1000
                return answer

    def open(self):
        answer = self.request(
            "initialize", protocolVersion="2025-11-25", capabilities={}, clientInfo={"name": "demo", "version": "1"})
        self.process.stdin.write(b'{"jsonrpc":"2.0","method":"notifications/initialized"}\n')
        self.process.stdin.flush()
        return answer["result"]

    def call(self, tool, **arguments):
        answer = self.request("tools/call", name=tool, arguments=arguments)
        if "error" in answer:
            raise SystemExit(f"{tool}: {answer['error']}")
        return answer["result"]

    def close(self):
        self.process.stdin.close()
        return self.process.wait(5)
