"""An HTTP server with good and bad habits, by path; writes CONNECT and each request line to a file."""
import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        self.server.log.write("CONNECT\n")
        super().setup()

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.answer(b"")

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers.get("content-length", "0"))))

    def reply(self, status, body, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer(self, body):
        self.server.log.write(f"{self.command} {self.path}\n")
        what = self.path.split("/")
        if what[1] == "echo":
            text = json.dumps({"method": self.command, "headers": [[n.lower(), v] for n, v in self.headers.items()],
                               "body": body.decode("latin-1")})
            self.reply(200, text.encode(), [("x-seen", " å ".encode().decode("latin-1")), ("x-empty", "")])
        elif what[1] == "status":
            self.reply(int(what[2]), b"", [("location", "/echo"), ("retry-after", "120")])
        elif what[1] == "body":
            self.reply(200, b"x" * int(what[2]))
        elif what[1] == "endless":
            self.send_response(200)
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"1000\r\n" + b"x" * 4096 + b"\r\n")
            except OSError:
                self.close_connection = True
        elif what[1] in ("headers", "interim"):
            start = b"HTTP/1.1 200 OK\r\n" if what[1] == "headers" else b""
            line = b"x-more: 0123456789\r\n" if what[1] == "headers" else b"HTTP/1.1 103 Early Hints\r\n\r\n"
            try:
                self.wfile.write(start)
                while True:
                    self.wfile.write(line * 50)
            except OSError:
                self.close_connection = True
        elif what[1] == "trickle":
            self.send_response(200)
            self.send_header("content-length", "1000000")
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"x")
                    time.sleep(0.02)
            except OSError:
                self.close_connection = True
        elif what[1] == "hang":
            self.rfile.read(1)
            self.close_connection = True
        elif what[1] == "drop":
            self.close_connection = True


class Server(ThreadingHTTPServer):
    address_family = socket.AF_INET6
    daemon_threads = True
    request_queue_size = 256

    def server_bind(self):
        self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        super().server_bind()


def start(log):
    """Listens on IPv4 and IPv6 loopback alike. Returns the port."""
    server = Server(("::", 0), Handler)
    server.log = log
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port
