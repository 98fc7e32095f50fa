"""Registering, giving up, taking over, and what is missing."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from core.errors import Forbidden
from core.models import Event
from incidents.models import Assignment, Device, Incident, IncidentNote, Quarantine, TabletCommand
from incidents.selectors import tablet_watch
from incidents.services import tablet_devices, tablet_upkeep
from incidents.tablet.gaps import between, words
from tests.cast import District
from tests.incidents.desk import signed_in
from tests.incidents.tablet.sending import Entry, Tablet

WIPED = '"cache", "storage"'


def held(tablet: Tablet, entry: Entry) -> dict[str, Any]:
    """The entry as it lies in the browser."""
    return {
        "key": str(entry.key),
        "user": str(tablet.user),
        "seq": tablet.seq,
        "kind": "note",
        "incident": str(tablet.incident.pk),
        "captured_at": datetime.now(UTC).isoformat(),
        "if_match": "",
        "body": entry.body.decode(),
    }


def hand_over(tablet: Tablet, *entries: Entry, **more: Any) -> Any:
    """What the tablet's script does when it is told that it was given up."""
    body = {"device": tablet.device, "entries": [held(tablet, one) for one in entries], **more}
    return tablet.client.post("/api/v1/tablet/quarantine", body, content_type="application/json")


def give_up(tablet: Tablet, district: District) -> Device:
    """A supervisor revokes the tablet."""
    device = Device.objects.get(pk=tablet.device)
    return tablet_devices.revoke(device, actor=district.supervisor, reason="Lost in the gym")


def test_a_device_keeps_only_the_hash_of_its_secret_and_the_cookie_is_hidden_from_scripts(tablet: Tablet) -> None:
    cookie = tablet.client.cookies["cit-device"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert len(cookie.value) == 43
    assert cookie.value not in str(Device.objects.values().get())
    tablet.note()
    assert tablet.client.get("/api/v1/tablet/key").json()["device"] == {"id": tablet.device, "seq": 1}


def test_the_key_of_the_cache_is_one_for_each_session(tablet: Tablet, district: District) -> None:
    first, again = (tablet.client.get("/api/v1/tablet/key").json() for _ in range(2))
    other = signed_in(district.officer(district.cit_officer)).get("/api/v1/tablet/key").json()
    assert first["cache_key"] == again["cache_key"] != other["cache_key"]
    assert first["device"]["id"] == tablet.device
    assert signed_in(district.dispatcher).get("/api/v1/tablet/key").status_code == 403


def test_a_revoked_device_is_refused_hands_over_once_and_is_wiped(
    tablet: Tablet, district: District, client: Client
) -> None:
    waiting = tablet.sealed("note", {"text": "Zzcanary ran."})
    give_up(tablet, district)
    for answer in (tablet.send(waiting), tablet.client.get("/tablet/session/"), tablet.client.get("/")):
        assert (answer.status_code, "Clear-Site-Data" in answer.headers) == (401, False)
    assert tablet.send(waiting).json()["code"] == "device_revoked"
    part = hand_over(tablet, waiting, more=True)
    assert (part.status_code, "Clear-Site-Data" in part.headers) == (201, False)
    taken = hand_over(tablet, waiting)
    assert (taken.status_code, taken["Clear-Site-Data"], taken["X-CIT"]) == (201, WIPED, "1")
    assert Quarantine.objects.count() == 1
    for answer in (hand_over(tablet, waiting), tablet.send(waiting)):
        assert (answer.status_code, answer["Clear-Site-Data"]) == (401, WIPED)
    assert not IncidentNote.objects.exists()


def test_the_session_of_a_revoked_device_ends_though_its_cookie_was_taken_out(
    tablet: Tablet, district: District
) -> None:
    del tablet.client.cookies["cit-device"]
    give_up(tablet, district)
    assert tablet.client.get("/tablet/session/").status_code == 401


def test_a_device_in_use_hands_nothing_over_and_a_stranger_neither(
    tablet: Tablet, client: Client, district: District
) -> None:
    entry = tablet.entry("note", {"text": "Calmer now."})
    assert hand_over(tablet, entry).status_code == 409
    tablet.client = client
    assert hand_over(tablet, entry).status_code == 403
    assert not Quarantine.objects.exists()


def test_who_keeps_no_devices_revokes_none(tablet: Tablet, district: District) -> None:
    device = Device.objects.get(pk=tablet.device)
    with pytest.raises(Forbidden):
        tablet_devices.revoke(device, actor=district.dispatcher, reason="Lost")
    assert signed_in(district.dispatcher).post(f"/tablet/devices/{device.pk}/revoke/").status_code == 404
    device.refresh_from_db()
    assert device.revoked_at is None


def test_a_supervisor_opens_what_was_taken_over_and_each_look_is_in_the_ledger(
    tablet: Tablet, district: District
) -> None:
    waiting = tablet.sealed("note", {"text": "Zzcanary ran."})
    give_up(tablet, district)
    hand_over(tablet, waiting)
    row = Quarantine.objects.get()
    desk, path = signed_in(district.supervisor), f"/tablet/quarantine/{row.pk}/open/"
    for looks in (1, 2):
        assert b"Zzcanary ran." in desk.post(path).content
        assert Event.objects.filter(type="quarantine.opened").count() == looks
    assert not Event.objects.filter(payload__icontains="zzcanary").exists()
    assert signed_in(district.dispatcher).post(path).status_code == 404


def test_a_refused_entry_is_opened_by_a_supervisor_and_leaves_the_list(tablet: Tablet, district: District) -> None:
    tablet.send(tablet.sealed("dance", {"text": "Zzcanary ran."}))
    row = TabletCommand.objects.get()
    desk = signed_in(district.supervisor)
    assert str(row.pk) in desk.get("/tablet/devices/").content.decode()
    assert b"Zzcanary ran." in desk.post(f"/tablet/refused/{row.pk}/open/").content
    assert str(row.pk) not in desk.get("/tablet/devices/").content.decode()
    assert Event.objects.filter(type="tablet.seen").count() == 1


@pytest.mark.parametrize(
    ("pairs", "there", "found"),
    [
        ([(0, 1)], [], []),
        ([(40, 44)], [], ["41-43"]),
        ([(0, 2), (5, 9)], [], ["1", "6-8"]),
        ([(40, 44)], [42], ["41", "43"]),
        ([(40, 44)], [41, 42, 43], []),
    ],
)
def test_what_lies_between_is_missing(pairs: list[tuple[int, int]], there: list[int], found: list[str]) -> None:
    assert [words(gap) for gap in between(pairs, there)] == found


def test_missing_numbers_late_entries_and_a_wrong_clock_are_told(tablet: Tablet, district: District) -> None:
    tablet.note()
    tablet.seq += 3
    hour = timedelta(hours=1)
    late = tablet.entry("note", {"text": "Later."}, at=datetime.now(UTC) - 3 * hour)
    tablet.send(late, sent_at=datetime.now(UTC) - hour)
    told = signed_in(district.supervisor).get("/api/v1/tablet/gaps").json()
    (device,) = told["devices"]
    assert (device["missing"], device["clock_is_wrong"], round(device["offset_s"], -2)) == (["2-4"], True, 3600)
    assert [row["seq"] for row in told["late"]] == [5]
    assert tablet.client.get("/api/v1/tablet/key").json()["gaps"] == ["2-4"]
    page = signed_in(district.supervisor).get("/tablet/devices/").content.decode()
    assert "2-4" in page
    assert signed_in(district.dispatcher).get("/api/v1/tablet/gaps").status_code == 403


def test_the_page_asks_the_same_questions_for_any_number_of_devices(
    tablet: Tablet, district: District, django_assert_max_num_queries: Any
) -> None:
    agency = district.campus.agency
    for number in range(20):
        secret = {"secret_hash": uuid4().hex, "enrolled_by_id": district.supervisor.id}
        Device.objects.create(agency=agency, name=f"Tablet {number}", **secret)
    with django_assert_max_num_queries(6):
        assert len(tablet_watch.watch(district.supervisor, datetime.now(UTC)).devices) == 21


def test_texts_are_forgotten_after_thirty_days_and_what_nobody_has_read_stays(
    tablet: Tablet, part: Assignment, district: District
) -> None:
    entry = tablet.entry("note", {"text": "Calmer now."})
    tablet.send(entry)
    tablet.send(tablet.entry("dance", {}))
    assert tablet_upkeep.run(datetime.now(UTC) + timedelta(days=29)) == 0
    assert tablet_upkeep.run(datetime.now(UTC) + timedelta(days=31)) == 1
    repeat = tablet.send(entry)
    assert (repeat.status_code, repeat.content, repeat["Idempotency-Replayed"]) == (201, b"{}", "true")
    assert TabletCommand.objects.get(state="refused").body != ""


def test_the_number_of_an_entry_that_cannot_be_taken_is_used_and_not_missing(
    tablet: Tablet, district: District
) -> None:
    tablet.note()
    assert tablet.send(tablet.entry("note", {"text": "No key."}), without="Idempotency-Key").status_code == 400
    assert tablet.note("Both bodies.", sealed={"kid": "a", "epk": "b", "iv": "c", "ct": "d"}).status_code == 400
    here, tablet.incident = tablet.incident, Incident(pk=uuid4())
    assert [tablet.note().status_code for _ in range(2)] == [404, 404]
    tablet.incident, tablet.seq = here, tablet.seq + 1
    tablet.note()
    assert tablet.client.get("/api/v1/tablet/key").json()["gaps"] == ["6"]
    assert [TabletCommand.objects.count(), Device.objects.get(pk=tablet.device).refused_seqs] == [2, [2, 3, 4, 5]]


def test_a_body_that_says_no_number_or_comes_for_another_device_uses_none(tablet: Tablet) -> None:
    for seq in (0, -1, "x", True, None, 2**31):
        assert tablet.note(seq=seq).status_code == 400
    tablet.device = str(uuid4())
    assert tablet.send(tablet.entry("note", {"text": "x"}), without="Idempotency-Key").status_code == 400
    assert Device.objects.get().refused_seqs == []
