"""What the web process refuses before Django sees it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from cit_dispatch.door import BODY_LIMIT, Door


def _ask(path="/", headers=(), parts=(b"",), limit=4, ends_early=False):
    """One request through the door: its status and what the inner application saw."""
    sent, seen = [], {}
    waiting = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
    waiting += [{"type": "http.disconnect"}] if ends_early else [{"type": "http.request", "more_body": False}]

    async def receive():
        return waiting.pop(0)

    async def send(message):
        sent.append(message)

    async def inner(scope, receive, send):
        seen.update(headers=scope["headers"], body=(await receive())["body"])
        await send({"type": "http.response.start", "status": 200, "headers": []})

    scope = {"type": "http", "path": path, "headers": list(headers)}
    # In a thread of its own: a browser test may have left its event loop running in this one.
    with ThreadPoolExecutor() as pool:
        pool.submit(lambda: asyncio.run(Door(inner, in_flight_limit=limit)(scope, receive, send))).result()
    return sent[0]["status"], seen


def test_a_body_arrives_whole():
    assert _ask(parts=(b"one ", b"two"))[1]["body"] == b"one two"


def test_a_header_with_an_underscore_is_dropped():
    kept = (b"x-forwarded-proto", b"https")
    assert _ask(headers=[(b"x_forwarded_proto", b"https"), kept])[1]["headers"] == [kept]


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (413, {"headers": [(b"content-length", str(BODY_LIMIT + 1).encode())]}),
        (413, {"parts": (b"x" * BODY_LIMIT, b"x")}),
        (400, {"headers": [(b"content-length", b"9")], "parts": (b"short",)}),
        (400, {"ends_early": True}),
        (503, {"limit": 0}),
    ],
)
def test_the_door_refuses_and_the_inside_sees_nothing(status, request_):
    assert _ask(**request_) == (status, {})


def test_liveness_is_answered_even_when_nothing_is_free():
    assert _ask(path="/healthz/live", limit=0) == (200, {})
