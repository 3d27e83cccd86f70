"""A proxy between the program and the simulated Resy that tells a hook of each step of each exchange.

The hook is called with (path, step) in the thread that serves the connection, and nothing moves on until it returns:
a test that kills the program from there has killed it at exactly that step.

    arrived      the request is here, the simulator has not seen it
    committed    the simulator has answered, the program has not seen a byte of it
    halved       the program was given half of the answer
    delivered    the program was given all of it
"""
import socket
import threading


class Wire:
    def __init__(self, target, hook=lambda path, step: None):
        host, port = target.removeprefix("http://").split(":")
        self.target, self.hook = (host, int(port)), hook
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = "http://127.0.0.1:%d" % self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def close(self):
        self.listener.close()

    def serve(self, client):
        try:
            with client, socket.create_connection(self.target) as server:
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                while True:
                    request = read_message(client)
                    if request is None:
                        return
                    path = request.split(b" ", 2)[1].decode("latin-1").split("?")[0]
                    self.hook(path, "arrived")
                    server.sendall(request)
                    answer = read_message(server)
                    if answer is None:
                        return
                    self.hook(path, "committed")
                    client.sendall(answer[:len(answer) // 2])
                    self.hook(path, "halved")
                    client.sendall(answer[len(answer) // 2:])
                    self.hook(path, "delivered")
        except OSError:
            pass  # the program is gone, or the simulator closed: both are what the tests are about


def read_message(stream):
    """One request or answer with its body, by Content-Length or in chunks; None at the end."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = stream.recv(65536)
        if not piece:
            return None
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").lower().split("\r\n")
    fields = dict(line.split(":", 1) for line in lines[1:] if ":" in line)
    length = fields.get("content-length")
    if length is not None:
        done = lambda: len(body) >= int(length)
    elif "chunked" in fields.get("transfer-encoding", ""):
        done = lambda: body.endswith(b"0\r\n\r\n")
    else:
        done = lambda: True
    while not done():
        piece = stream.recv(65536)
        if not piece:
            return None
        body += piece
    return head + b"\r\n\r\n" + body
