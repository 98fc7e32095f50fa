"""What the web process refuses before Django sees it, asked through a real uvicorn."""

import socket
import threading
from contextlib import contextmanager

import pytest
import uvicorn
from a2wsgi import WSGIMiddleware

from cit_dispatch.door import BODY_LIMIT, IN_MEMORY, Door
from cit_dispatch.embedded.process import until

HOST = b"Host: localhost\r\nConnection: close\r\n"


class Inside:
    """A WSGI application that notes what reached it, and can be made to wait."""

    def __init__(self):
        self.seen, self.entered, self.go_on = [], threading.Semaphore(0), threading.Event()
        self.go_on.set()

    def __call__(self, environ, start_response):
        length = int(environ.get("CONTENT_LENGTH") or 0)
        self.seen.append((environ, environ["wsgi.input"].read(length)))
        self.entered.release()
        self.go_on.wait(10)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"inside"]


@contextmanager
def _serving(inside, limit=8):
    door = Door(WSGIMiddleware(inside, workers=2), in_flight_limit=limit)
    server = uvicorn.Server(uvicorn.Config(door, log_level="error", lifespan="on"))
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        assert until(lambda: server.started)
        yield listening.getsockname()
    finally:
        inside.go_on.set()
        server.should_exit = True
        thread.join()
        listening.close()


@pytest.fixture
def inside():
    return Inside()


@pytest.fixture
def web(inside):
    with _serving(inside) as address:
        yield address


def _open(web, head, body=b""):
    client = socket.create_connection(web, timeout=10)
    client.sendall(head + b"\r\n" + HOST + b"\r\n" + body)
    return client


def _status(client):
    with client, client.makefile("rb") as answer:
        line = answer.readline()
        return int(line.split()[1]) if line else None


def test_a_body_arrives_whole(web, inside):
    body = b"x" * (IN_MEMORY * 2 + 1)
    assert _status(_open(web, b"POST / HTTP/1.1\r\nContent-Length: %d" % len(body), body)) == 200
    assert inside.seen[0][1] == body


def test_a_body_in_chunks_arrives_with_its_length(web, inside):
    chunks = b"4\r\none \r\n3\r\ntwo\r\n0\r\n\r\n"
    assert _status(_open(web, b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked", chunks)) == 200
    assert inside.seen[0][1] == b"one two"


def test_a_header_with_an_underscore_is_dropped(web, inside):
    head = b"GET / HTTP/1.1\r\nX_Forwarded_Proto: https\r\nRemote_User: chief\r\nX-Kept: yes"
    assert _status(_open(web, head)) == 200
    environ = inside.seen[0][0]
    assert environ["HTTP_X_KEPT"] == "yes"
    assert not {"HTTP_X_FORWARDED_PROTO", "HTTP_REMOTE_USER"} & set(environ)


def test_a_body_that_announces_too_much_is_refused(web, inside):
    assert _status(_open(web, b"POST / HTTP/1.1\r\nContent-Length: %d" % (BODY_LIMIT + 1))) == 413
    assert inside.seen == []


def test_a_body_that_turns_out_too_large_is_refused(web, inside):
    part = b"%x\r\n%s\r\n" % (IN_MEMORY, b"x" * IN_MEMORY)
    client = _open(web, b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked")
    for _ in range(BODY_LIMIT // IN_MEMORY):
        client.sendall(part)
    client.sendall(b"1\r\nx\r\n")
    assert _status(client) == 413
    assert inside.seen == []


def test_a_body_that_was_cut_off_never_arrives_as_if_it_were_whole(web, inside):
    client = _open(web, b"POST / HTTP/1.1\r\nContent-Length: 100", b"half a sentence")
    client.shutdown(socket.SHUT_WR)
    assert _status(client) in (400, None)
    assert _status(_open(web, b"GET /after HTTP/1.1")) == 200
    assert [environ["PATH_INFO"] for environ, _ in inside.seen] == ["/after"]


def test_slow_senders_keep_nobody_waiting(web):
    slow = [_open(web, b"POST / HTTP/1.1\r\nContent-Length: 9", b"half") for _ in range(20)]
    assert _status(_open(web, b"GET / HTTP/1.1")) == 200
    for client in slow:
        client.close()


def test_over_the_bound_it_says_busy_and_still_says_alive(inside):
    inside.go_on.clear()
    with _serving(inside, limit=1) as web:
        first = _open(web, b"GET / HTTP/1.1")
        assert inside.entered.acquire(timeout=10)
        with _open(web, b"GET / HTTP/1.1") as client, client.makefile("rb") as answer:
            refused = answer.read().lower()
        assert refused.startswith(b"http/1.1 503")
        assert b"retry-after: 2" in refused
        assert _status(_open(web, b"GET /healthz/live HTTP/1.1")) == 200
        inside.go_on.set()
        assert _status(first) == 200
        assert _status(_open(web, b"GET / HTTP/1.1")) == 200
