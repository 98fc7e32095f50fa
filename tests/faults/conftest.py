"""The system under fault, its mail, and a way to make it send some."""

import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from uuid import uuid4

import pytest
from django.middleware.csrf import _get_new_csrf_string

from cit_dispatch.embedded.process import until
from cit_dispatch.mail_catcher import MailCatcher
from core.models import Outbox
from notifications.models import Delivery
from tests.cast import District, counselors, district, filed
from tests.faults.system import System
from tests.referrals.people import signed_in

__all__ = ["district"]

Send = Callable[[], float]


@pytest.fixture
def mail() -> Iterator[MailCatcher]:
    """A real SMTP server."""
    with MailCatcher() as catcher:
        yield catcher


@pytest.fixture
def system(transactional_db: None, mail: MailCatcher, tmp_path: Path) -> Iterator[System]:
    """Redis and the web process are up; worker and beat are started by the test."""
    sockets = Path(tempfile.mkdtemp(prefix="cit-faults-", dir="/tmp"))
    found = System(tmp_path, sockets, mail.port)
    try:
        found.start_redis()
        found.start("web")
        assert until(lambda: ask(found, "GET", "/healthz/live") == 200, 20.0), found.said()
        yield found
    finally:
        found.end()
        shutil.rmtree(sockets)


def ask(system: System, method: str, path: str, body: bytes = b"", **headers: str) -> int:
    """The status that the web process answers with; 0 when it does not."""
    web = HTTPConnection("127.0.0.1", system.port, timeout=30)
    try:
        web.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        return web.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        web.close()


@pytest.fixture
def send(system: System, district: District) -> Send:
    """Have the officer refer over HTTP: one mail is owed to the one counselor. Answers how long it took."""
    team, _people = counselors(district, "Marigold")
    sender = district.officer(district.cit_officer)
    token = _get_new_csrf_string()
    session = signed_in(sender).cookies["sessionid"].value
    path = f"/api/v1/records/{filed(district).pk}/referrals/"
    body = json.dumps({"team": str(team.pk), "urgency": "urgent"}).encode()
    headers = {"Content_Type": "application/json", "X_CSRFToken": token}
    headers["Cookie"] = f"sessionid={session}; csrftoken={token}"

    def refer() -> float:
        begun = time.monotonic()
        assert ask(system, "POST", path, body, Idempotency_Key=str(uuid4()), **headers) == 201
        return time.monotonic() - begun

    return refer


@pytest.fixture
def arrive(system: System, mail: MailCatcher) -> Callable[[int], None]:
    """Wait until so many mails are there and nothing more is owed; each exactly once."""

    def check(count: int) -> None:
        assert until(lambda: len(mail.messages) >= count, 20.0), f"{len(mail.messages)} of {count}\n{system.said()}"
        assert until(_nothing_owed, 10.0), system.said()
        assert len(mail.message_ids) == len(set(mail.message_ids)) == count

    return check


def _nothing_owed() -> bool:
    waiting = Delivery.objects.exclude(state="accepted")
    return not (waiting.exists() or Outbox.objects.filter(done_at__isnull=True).exists())
