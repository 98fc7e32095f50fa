"""The server of the stand-in providers: Twilio's messages and calls, a push service, a webhook, and a page."""

import json
import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from cit_dispatch.fake_providers import page, push, receipts, twilio
from cit_dispatch.fake_providers.book import EVERYBODY, Arrived, Book, Mode, Receipts

MOST_BYTES = 1_000_000
REFUSALS = {Mode.BUSY: 429, Mode.ERROR: 500}
RETRY_AFTER_S = "7"


class FakeProviders:
    """`with FakeProviders() as providers: ... providers.book.arrived`; `slow_s` is the rest of a slow answer."""

    def __init__(self, port: int = 0, token: str = "", slow_s: float = 5.0) -> None:
        self.book = Book()
        self.token = token
        self.slow_s = slow_s
        self.released = threading.Event()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.providers = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> "FakeProviders":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    providers: FakeProviders


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    @property
    def ours(self) -> FakeProviders:
        """Whose server this is."""
        return self.server.providers

    def do_GET(self) -> None:
        path, query = urlsplit(self.path).path, dict(parse_qsl(urlsplit(self.path).query))
        if path == "/":
            self.answer(200, page.page(self.ours.book.arrived), "text/html; charset=utf-8")
        elif found := twilio.read(self.ours.book, path, query):
            self.answer(200, json.dumps(found))
        else:
            self.answer(404, json.dumps({"code": 20404, "message": "not found"}))

    def do_POST(self) -> None:
        path = urlsplit(self.path).path
        content = self.rfile.read(min(int(self.headers.get("Content-Length") or 0), MOST_BYTES))
        if path == "/control":
            self._control(dict(parse_qsl(content.decode())))
            return
        arrived = self._read(path, content)
        if arrived is None:
            self.answer(404, json.dumps({"code": 20404, "message": "not found"}))
        elif fault := push.fault(arrived) if arrived.kind == "push" else twilio.fault(arrived):
            self.answer(400, json.dumps({"code": 21602, "message": fault}))
        else:
            self._take(arrived, self.ours.book.mode(arrived.to))

    def _control(self, asked: dict[str, str]) -> None:
        try:
            mode = Mode(asked["mode"]) if "mode" in asked else None
            told = Receipts(asked["receipts"]) if "receipts" in asked else None
        except ValueError as error:
            self.answer(400, json.dumps({"message": str(error)}))
            return
        self.ours.book.behave(asked.get("to", EVERYBODY), mode, told)
        self.answer(200, "{}")

    def _read(self, path: str, content: bytes) -> Arrived | None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        if path.startswith("/push/"):
            return Arrived("push", self.ours.book.number("push"), path, content.hex(), headers=headers)
        if path.startswith("/webhook/"):
            return Arrived("webhook", self.ours.book.number("hook"), path, content.decode(), headers=headers)
        return twilio.arrived(self.ours.book, path, content, headers)

    def _take(self, arrived: Arrived, mode: Mode) -> None:
        if mode in REFUSALS:
            self.answer(REFUSALS[mode], json.dumps({"code": 20429 if mode is Mode.BUSY else 20500}))
        elif mode in (Mode.INVALID, Mode.STOPPED):
            self.answer(410 if arrived.kind == "push" else 400, json.dumps({"code": twilio.REASONS[mode]}))
        elif mode is Mode.SILENT:
            self.ours.released.wait()
        else:
            self._kept(arrived, mode)

    def _kept(self, arrived: Arrived, mode: Mode) -> None:
        if mode is Mode.SLOW:
            self.ours.released.wait(self.ours.slow_s)
        self.ours.book.keep(twilio.hide(arrived) if mode is Mode.HIDDEN else arrived)
        if mode in (Mode.ANSWER_LOST, Mode.HIDDEN):
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.answer(201, json.dumps(twilio.shown(arrived)), headers={"Location": f"/kept/{arrived.sid}"})
        receipts.report(arrived, self.ours.book.receipts(arrived.to), self.ours.token)

    def answer(self, status: int, text: str, kind: str = "application/json", headers: Any = None) -> None:
        """Send it; a caller that has gone needs no answer."""
        content = text.encode()
        extra = {"Retry-After": RETRY_AFTER_S} if status == 429 else {}
        with suppress(ConnectionError):
            self.send_response(status)
            for name, value in {**extra, **(headers or {}), **page.HEADERS, "Content-Type": kind}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a page that refreshes itself would fill the terminal."""
