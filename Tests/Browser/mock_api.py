"""An API on this machine that records what it receives and answers as it is told."""

import json
import threading
from collections import namedtuple
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Received = namedtuple("Received", "method path headers body")

SUCCESS = (
    '{"code":0,"message":"success","data":{"id":1786001196232214890,"text":"<img src=x onerror=alert(1)>","none":[]},'
    '"request_id":"req-mock"}'
)


class MockAPI:
    """`answer` is (status, headers, body) for the next requests; `hold` keeps them waiting until `release` is set."""

    def __init__(self):
        self.received = []
        self.preflights = []
        self.release = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Handler,), {"api": self}))
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        self.reset()

    def reset(self):
        self.received.clear()
        self.preflights.clear()
        self.answer = (200, {"Content-Type": "application/json", "X-Request-Id": "req-header"}, SUCCESS)
        self.cors = True
        self.hold = False
        self.release.clear()

    def json(self, status, value):
        self.answer = (status, {"Content-Type": "application/json"}, json.dumps(value))

    def stop(self):
        self.release.set()
        self.server.shutdown()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        received = Received(self.command, self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        preflight = self.command == "OPTIONS"
        (self.api.preflights if preflight else self.api.received).append(received)
        if self.api.hold and not preflight:
            self.api.release.wait(60)
        status, headers, text = (204, {}, "") if preflight else self.api.answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if self.api.cors:
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
            self.send_header("Access-Control-Allow-Headers", "authorization, content-type, api-key, x-trace")
            self.send_header("Access-Control-Expose-Headers", "X-Request-Id")
        if status != 204:
            self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        try:
            self.wfile.write(text.encode())
        except OSError:
            pass  # the page gave up waiting

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = answer

    def log_message(self, *_):
        pass
