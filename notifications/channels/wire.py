"""One HTTP exchange with a limit on the whole of it, to an address that was looked up once."""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urlsplit

from core import clock
from notifications.channels.guard import Late, within

CONNECT_S = 3.0
TOTAL_S = 8.0
MOST_BYTES = 1_000_000
# Ways to write an IPv4 address inside an IPv6 one: NAT64, 6to4, Teredo.
WRAPPED = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))


class Refused(Exception):
    """The address may not be asked; nothing was sent."""


class NotSent(Exception):
    """The request never got through."""


class NoAnswer(Exception):
    """The request went out and no whole answer came back."""


@dataclass(frozen=True)
class Limits:
    """Seconds: until connected, and for everything together."""

    connect_s: float = CONNECT_S
    total_s: float = TOTAL_S


USUAL = Limits()


@dataclass(frozen=True)
class Answer:
    """What came back; `headers` finds a name in any case."""

    status_code: int
    headers: Message
    content: bytes
    reason: str = ""

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode(errors="replace")

    @property
    def retry_after_s(self) -> float | None:
        """Seconds the other side asks to wait, given as a number or as a date."""
        asked = (self.headers.get("Retry-After") or "").strip()
        if asked.isdecimal():
            return float(asked)
        with suppress(ValueError):
            return max(0.0, (parsedate_to_datetime(asked) - clock.now()).total_seconds())
        return None


def exchange(
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    *,
    limits: Limits,
    local: bool,
    guarded: bool = True,
) -> Answer:
    """Ask once, follow nothing. `local` allows plain http and private addresses; unguarded: the operator's own URL.

    Raises `Refused`, `NotSent` or `NoAnswer`, each with a short code.
    """
    end = time.monotonic() + limits.total_s
    parts = _checked(url, local=local or not guarded)
    sock = _connected(parts, limits, free=local or not guarded)
    cut = threading.Timer(max(0.0, end - time.monotonic()), _cut, [held := [sock]])
    cut.daemon = True
    cut.start()
    try:
        sock.settimeout(limits.total_s)
        sock = _secured(sock, parts, held)
        return _asked(sock, parts, method, headers, body)
    finally:
        cut.cancel()
        held[0].close()


def _checked(url: str, *, local: bool) -> SplitResult:
    try:
        parts = urlsplit(url)
        whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise Refused("bad-address") from None
    if not whole or parts.username or parts.scheme not in (("http", "https") if local else ("https",)):
        raise Refused("bad-address")
    return parts


def port_of(parts: SplitResult) -> int:
    """The port it names or means."""
    return parts.port or (443 if parts.scheme == "https" else 80)


def _connected(parts: SplitResult, limits: Limits, *, free: bool) -> socket.socket:
    host, port = str(parts.hostname), port_of(parts)
    try:
        found = within(limits.connect_s, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except (OSError, Late, UnicodeError):
        raise NotSent("no-such-host") from None
    addresses = [str(row[4][0]) for row in found]
    # One private address among public ones is refused as a whole: that is what an attempt looks like.
    if not free and not all(map(is_public, addresses)):
        raise Refused("private-address")
    try:
        return socket.create_connection((addresses[0], port), timeout=limits.connect_s)
    except OSError as error:
        raise NotSent("connect-" + type(error).__name__) from None


def is_public(text: str) -> bool:
    """Whether everybody on the internet can mean this address."""
    found = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if any(found in network for network in WRAPPED):
            return False
        found = found.ipv4_mapped or found
    return found.is_global and not found.is_multicast


def _secured(sock: socket.socket, parts: SplitResult, held: list[socket.socket]) -> socket.socket:
    if parts.scheme != "https":
        return sock
    try:
        context = ssl.create_default_context()
        secured = context.wrap_socket(sock, server_hostname=parts.hostname, do_handshake_on_connect=False)
        # Before the handshake, which the limit must be able to cut too.
        held[0] = secured
        secured.do_handshake()
        return secured
    except (OSError, ValueError) as error:
        raise NotSent("tls-" + type(error).__name__) from None


def _asked(sock: socket.socket, parts: SplitResult, method: str, headers: Mapping[str, str], body: bytes) -> Answer:
    line = http.client.HTTPConnection(str(parts.hostname), port_of(parts))
    line.sock = sock
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        line.request(method, target, body or None, dict(headers))
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NotSent("request-" + type(error).__name__) from None
    try:
        with line.getresponse() as response:
            return Answer(response.status, response.headers, response.read(MOST_BYTES), response.reason)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NoAnswer("answer-" + type(error).__name__) from None


def _cut(held: list[socket.socket]) -> None:
    with suppress(OSError):
        # The plain one's, since TLS's own would wait for the lock of whoever is reading.
        socket.socket.shutdown(held[0], socket.SHUT_RDWR)
