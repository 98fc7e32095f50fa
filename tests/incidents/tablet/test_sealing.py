"""What was sealed opens in its own place alone, with a key that is not too old."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.utils import timezone

from incidents.models import IncidentNote, SealingKey, TabletCommand
from incidents.services import tablet_keys
from incidents.tablet import sealing
from tests.cast import District
from tests.incidents.tablet.sending import Tablet

OTHER = UUID("5d1f4f5e-3f0b-4c55-9a53-0d8d3f1c2a71")


def test_a_sealed_note_is_opened_and_read(tablet: Tablet) -> None:
    answer = tablet.send(tablet.sealed("note", {"text": "Ruhig jetzt, ¿sí?"}))
    assert answer.status_code == 201, answer.content
    assert IncidentNote.objects.get().text == "Ruhig jetzt, ¿sí?"
    assert TabletCommand.objects.get().body == ""


@pytest.mark.parametrize(
    "wrong", [{"device": OTHER}, {"user": OTHER}, {"key": OTHER}, {"seq": 9}, {"kind": "help"}], ids=str
)
def test_another_place_is_refused_with_a_text_and_the_seal_is_kept(tablet: Tablet, wrong: dict[str, Any]) -> None:
    entry = tablet.sealed("note", {"text": "Calmer now."}, **wrong)
    answer = tablet.send(entry)
    assert (answer.status_code, "seal does not fit" in answer.json()["message"]) == (422, True)
    assert TabletCommand.objects.get().body == entry.body.decode()
    assert not IncidentNote.objects.exists()


def test_an_unknown_key_and_an_expired_one_are_refused(tablet: Tablet) -> None:
    unknown = tablet.send(tablet.sealed("note", {"text": "Calmer now."}, kid="0" * 16))
    assert (unknown.status_code, "unknown here or too old" in unknown.json()["message"]) == (422, True)
    entry = tablet.sealed("note", {"text": "Calmer now."})
    SealingKey.objects.update(expires_at=timezone.now())
    assert tablet.send(entry).status_code == 422


def test_keys_change_after_ninety_days_and_open_for_a_year_more(district: District) -> None:
    agency, now = district.campus.agency_id, timezone.now()
    first = tablet_keys.current(agency, now)
    assert tablet_keys.current(agency, now + timedelta(days=89)) == first
    assert tablet_keys.current(agency, now + timedelta(days=90)) != first
    aad = sealing.additional("d", "u", "k", 1, "note")
    closed = sealing.seal({"text": "x"}, first.jwk, first.kid, aad, b"0" * 12)
    assert tablet_keys.opened(agency, closed, aad, now + timedelta(days=454)) == {"text": "x"}
    tablet_keys.rotate(now + timedelta(days=455))
    assert [row.private == "" for row in SealingKey.objects.order_by("since")][:2] == [True, False]


def test_the_private_half_is_kept_encrypted_with_a_key_of_its_own(tablet: Tablet) -> None:
    tablet.client.get("/api/v1/tablet/key")
    row = SealingKey.objects.get()
    assert sealing.unwrap(row.private, settings.TABLET_KEY, row.kid)[:1] == b"0"
    for secret, kid in ((settings.SECRET_KEY, row.kid), (settings.TABLET_KEY, "other")):
        with pytest.raises(sealing.CannotOpen):
            sealing.unwrap(row.private, secret, kid)


@pytest.mark.parametrize("field", ["epk", "iv", "ct"])
def test_damage_is_refused_and_not_a_fault(tablet: Tablet, field: str) -> None:
    for damage in ("", "!!", "AAAA", "é"):
        entry = tablet.sealed("note", {"text": "Calmer now."})
        closed = entry.body.decode()
        start = closed.index(f'"{field}": "') + len(field) + 5
        entry.body = (closed[:start] + damage + closed[closed.index('"', start) :]).encode()
        assert tablet.send(entry).status_code in (400, 422)
    assert not IncidentNote.objects.exists()
