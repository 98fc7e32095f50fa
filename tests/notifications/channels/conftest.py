"""The stand-in providers, reached over real sockets."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from cit_dispatch.fake_providers import FakeProviders
from notifications.channels.base import Receipt
from notifications.channels.callbacks import parse_status, verify_twilio

TOKEN = "the-token-of-these-tests"


@pytest.fixture
def providers(settings: Any) -> Iterator[FakeProviders]:
    """Running, and what the settings point at."""
    with FakeProviders(token=TOKEN, slow_s=0.0) as running:
        settings.TWILIO_URL = running.url
        settings.TWILIO_AUTH_TOKEN = TOKEN
        settings.LOCAL_PROVIDERS = True
        yield running


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.fixture
def heard(settings: Any) -> Iterator["SimpleQueue[tuple[bool, Receipt]]"]:
    """Our public address, which takes reports: whether each was signed, and what it says."""
    told: SimpleQueue[tuple[bool, Receipt]] = SimpleQueue()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            params = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            signed = verify_twilio(
                f"{settings.PUBLIC_URL}{self.path}", params, self.headers["X-Twilio-Signature"], TOKEN
            )
            told.put((signed, parse_status(params, dict(parse_qsl(urlsplit(self.path).query)))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        settings.PUBLIC_URL = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield told
        server.shutdown()
