"""One key from many threads at once, on real connections: one effect, and the same answer for all."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from incidents.models import Incident, IncidentNote, TabletCommand
from incidents.services import tablet_rows
from tests.cast import arrived, build, log_call
from tests.incidents.tablet.sending import Entry, Tablet, registered

POSTS = 25


def at_once(tablet: Tablet, entries: list[Entry]) -> list[Any]:
    """All entries in the same moment."""
    ready = Barrier(len(entries))

    def run(entry: Entry) -> Any:
        try:
            ready.wait()
            return Tablet(signed(tablet), tablet.user, tablet.device, tablet.incident).send(entry)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(entries)) as pool:
        return list(pool.map(run, entries))


def signed(tablet: Tablet) -> Any:
    """Another request of the same browser."""
    client = type(tablet.client)()
    client.cookies = tablet.client.cookies
    return client


def staged() -> Tablet:
    """An officer on scene with a tablet."""
    district = build("sotol")
    part = arrived(district, log_call(district).incident)
    return registered(district.officer(district.cit_officer), part.incident)


@pytest.mark.django_db(transaction=True)
def test_of_twenty_five_posts_with_one_key_one_acts_and_the_others_replay() -> None:
    tablet = staged()
    entry = tablet.entry("note", {"text": "Calmer now."})
    answers = at_once(tablet, [entry] * POSTS)
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum(answer.headers.get("Idempotency-Replayed") == "true" for answer in answers) == POSTS - 1
    assert IncidentNote.objects.count() == TabletCommand.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_entries_of_one_device_at_once_are_all_kept() -> None:
    tablet = staged()
    answers = at_once(tablet, [tablet.entry("note", {"text": f"Note {n}."}) for n in range(12)])
    assert {answer.status_code for answer in answers} == {201}
    assert IncidentNote.objects.count() == 12


@pytest.mark.django_db(transaction=True)
def test_whoever_waits_too_long_is_asked_to_come_again_and_nothing_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tablet_rows, "PATIENCE", "200ms")
    tablet = staged()
    entry = tablet.entry("record_draft", {"answers": {"weapon": "none"}})
    with transaction.atomic():
        Incident.objects.select_for_update().get(pk=tablet.incident.pk)
        (answer,) = at_once(tablet, [entry])
    assert (answer.status_code, answer["Retry-After"]) == (409, "2")
    assert not TabletCommand.objects.exists()
    assert tablet.send(entry).status_code == 201
