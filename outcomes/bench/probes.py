"""What is measured: bare writes, the call over HTTP, the board, the recommendation."""

from uuid import uuid4

import psycopg2.extensions
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.utils import override_settings
from django.urls import NoReverseMatch, reverse

from core import clock
from incidents.models import Incident
from incidents.selectors import candidates
from outcomes.bench import bare
from outcomes.bench.fill import Town, Towns
from outcomes.bench.measure import Probe

CALL = "call_new"
CALL_STATEMENTS = 15
RECOMMENDATION = "recommend, 200 officers, 100 active"
RECOMMENDATION_MS, RECOMMENDATION_STATEMENTS = 50.0, 5
# route, name, limits in milliseconds and statements
PAGES: tuple[tuple[str, str, float, int | None], ...] = (
    ("board", "board page, 100 open", 20.0, 20),
    ("board_queue", "queue panel, 100 open", 10.0, 8),
)
# What one drawing for all desks costs: within a transaction nothing that was drawn before is used. Its BEGIN and COMMIT
# count among the statements, in place of the look whether anything was rung: one more than a desk's own request.
DRAWN: tuple[tuple[str, str, float, int], ...] = (
    ("board_queue", "queue drawn anew, 100 open", 20.0, 9),
    ("board_units", "officers drawn anew, 25 on duty", 20.0, 12),
)


class Unexpected(Exception):
    """A page did not answer as it should, so there is nothing to measure."""


def missing() -> list[str]:
    """Routes that do not exist in this version."""
    return [name for name in (CALL, *(page[0] for page in PAGES)) if _path(name) is None]


def make(towns: Towns, raw: psycopg2.extensions.connection) -> list[Probe]:
    """The probes of one turn; calls are written in another agency, so that the board does not grow."""
    town, writer = towns.town, towns.writer
    probes = [
        Probe("PostgreSQL, BEGIN + 4 INSERT + COMMIT", lambda: bare.in_postgresql(raw), counts_statements=False),
        Probe("Django, 4 inserts", bare.in_django),
        Probe("Django, 4 inserts over HTTP", _bare_write(writer)),
    ]
    if _path(CALL) is not None:
        probes.append(Probe("log a call over HTTP", _call(writer), most_statements=CALL_STATEMENTS))
    for route, name, most_ms, most_statements in PAGES:
        if _path(route) is not None:
            probes.append(Probe(name, _page(town, route), most_ms=most_ms, most_statements=most_statements))
    for route, name, most_ms, most_statements in DRAWN:
        if _path(route) is not None:
            probes.append(
                Probe(name, transaction.atomic(_page(town, route)), most_ms=most_ms, most_statements=most_statements)
            )
    return [*probes, _recommendation(towns.crowd)]


def _recommendation(crowd: Town) -> Probe:
    """The whole of it: reading the roster, ranking, and every reason as data."""
    incident = Incident.objects.filter(agency_id=crowd.campus.agency_id).order_by("number").last()
    if incident is None:
        raise Unexpected("There is no incident to recommend anybody for.")
    return Probe(
        RECOMMENDATION,
        lambda: candidates.recommendation(crowd.actor, incident, clock.now()),
        most_ms=RECOMMENDATION_MS,
        most_statements=RECOMMENDATION_STATEMENTS,
    )


def _path(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def _bare_write(writer: Town) -> "_Post":
    client = _signed_in(writer)
    with override_settings(MIDDLEWARE=bare.MIDDLEWARE):
        # The client reads the list once, at its first request.
        _expect(client.post("/write/"), 302)
    return _Post(client, "/write/", 302, {})


def _call(writer: Town) -> "_Post":
    typed = {
        "campus": str(writer.campus.pk),
        "room": "",
        "nature": "suicidal_ideation",
        "received_via": "school_staff",
        "caller_role": "teacher",
        "caller_name": "",
        "callback": "",
        "said": "A call of the measurement.",
    }
    return _Post(_signed_in(writer), _path(CALL) or "", 303, typed)


class _Post:
    """A form sent anew at each call, with a key of its own."""

    def __init__(self, client: Client, path: str, status: int, typed: dict[str, str]) -> None:
        self.client, self.path, self.status, self.typed = client, path, status, typed

    def __call__(self) -> None:
        _expect(self.client.post(self.path, {**self.typed, "client_key": str(uuid4())}), self.status)


class _Get:
    """A page, read."""

    def __init__(self, client: Client, path: str) -> None:
        self.client, self.path = client, path

    def __call__(self) -> None:
        _expect(self.client.get(self.path), 200)


def _page(town: Town, name: str) -> _Get:
    return _Get(_signed_in(town), _path(name) or "")


def _signed_in(town: Town) -> Client:
    client = Client()
    client.force_login(town.dispatcher)
    return client


def _expect(answer: HttpResponseBase, status: int) -> None:
    if answer.status_code != status:
        raise Unexpected(f"{answer.status_code} instead of {status}: {getattr(answer, 'content', b'')[:2000].decode()}")
