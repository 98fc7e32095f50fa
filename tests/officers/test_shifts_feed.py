"""The calendar's secret address: a strict parser reads it, a week with a clock change comes back, and a secret ends."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from icalendar import Calendar, Event

from core import models
from core.errors import Forbidden
from officers import calendar, catalogue
from officers.models import Booking, CalendarFeed, Officer, Shift, TrainingSession
from officers.selectors.feed import agenda
from officers.services import feeds, shifts
from officers.views.shift_feed import A_MINUTE
from tests.cast import District, day_here
from tests.officers.rota import DAY, NOW, ZONE, shift

SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)


@pytest.fixture(autouse=True)
def _no_requests_counted() -> None:
    cache.clear()


def address(district: District) -> str:
    """A fresh address of the CIT officer's calendar."""
    secret = feeds.renew(district.cit_officer, actor=district.officer(district.cit_officer))
    return reverse("shift_feed", args=[secret])


def read(content: bytes) -> list[Event]:
    """Every entry, by a parser that forgives nothing."""
    found = Calendar.from_ical(content)
    assert not found.errors
    assert all(not entry.errors for entry in found.walk())
    return list(found.walk("VEVENT"))


def entries(officer: Officer, at: datetime = NOW) -> list[Event]:
    """The entries of a calendar at an instant."""
    row = Officer.objects.select_related("user", "agency", "home_campus").get(pk=officer.pk)
    return read(calendar.written(agenda(row, at)))


@pytest.mark.parametrize(("change", "hours"), [(SPRING, 167), (AUTUMN, 169)])
def test_a_week_with_a_change_of_the_clock_comes_back_as_it_went_out(
    district: District, change: date, hours: int
) -> None:
    monday = change - DAY * 6
    made = [shift(district.cit_officer, monday + DAY * day, time(22), time(6)) for day in range(7)]
    found = entries(district.cit_officer, at=datetime(2026, change.month, 1, tzinfo=UTC))
    assert [(each["DTSTART"].dt, each["DTEND"].dt) for each in found] == [(m.starts_at, m.ends_at) for m in made]
    assert {each["DTSTART"].dt.astimezone(ZONE).time() for each in found} == {time(22)}
    assert {each["DTEND"].dt.astimezone(ZONE).time() for each in found} == {time(6)}
    week = found[-1]["DTSTART"].dt - found[0]["DTSTART"].dt + timedelta(hours=24)
    lengths = sorted({(each["DTEND"].dt - each["DTSTART"].dt) / timedelta(hours=1) for each in found})
    assert lengths == ([7, 8] if hours < 168 else [8, 9])
    assert week / timedelta(hours=1) == hours


def test_every_entry_says_what_a_calendar_needs_and_nothing_more(district: District) -> None:
    made = shift(district.cit_officer, 1)
    (found,) = entries(district.cit_officer)
    assert found["UID"] == f"{made.pk}@cit-dispatch"
    assert (found["SEQUENCE"], found["STATUS"]) == (0, "CONFIRMED")
    assert (found["SUMMARY"], found["LOCATION"]) == ("Shift: Patrol", "Agave High School")
    assert set(found) == {
        "UID",
        "DTSTAMP",
        "LAST-MODIFIED",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "LOCATION",
        "STATUS",
    }


def test_a_changed_shift_keeps_its_uid_and_its_sequence_grows(district: District) -> None:
    made = shift(district.cit_officer, 1)
    shifts.change(
        made,
        actor=district.supervisor,
        expected_version=1,
        day=NOW.date() + DAY,
        starts=time(9),
        ends=time(17),
        position="patrol",
        at=NOW,
    )
    (found,) = entries(district.cit_officer)
    assert (found["UID"], found["SEQUENCE"]) == (f"{made.pk}@cit-dispatch", 1)
    assert found["DTSTART"].dt.astimezone(ZONE).time() == time(9)


def test_a_cancelled_shift_is_said_while_it_is_ahead_and_gone_afterwards(district: District) -> None:
    made = shift(district.cit_officer, 1)
    shifts.cancel(made, actor=district.supervisor, expected_version=1, at=NOW)
    (found,) = entries(district.cit_officer)
    assert (found["STATUS"], found["SEQUENCE"]) == ("CANCELLED", 1)
    assert entries(district.cit_officer, at=NOW + DAY * 5) == []


def test_booked_classes_are_in_the_calendar_too(district: District) -> None:
    agency = district.campus.agency
    session = TrainingSession.objects.create(
        agency=agency,
        course=catalogue.install(agency)["3843"],
        starts_at=NOW + DAY,
        ends_at=NOW + DAY * 2,
        place="Room A-101",
    )
    Booking.objects.create(
        agency=agency, session=session, officer=district.cit_officer, booked_by_id=district.supervisor.person
    )
    (found,) = entries(district.cit_officer)
    assert found["SUMMARY"].startswith("Class: 3843")
    assert found["LOCATION"] == "Room A-101"


def test_only_ones_own_shifts_are_in_it(district: District) -> None:
    shift(district.other_officer, 1)
    assert entries(district.cit_officer) == []


def test_the_address_opens_without_a_log_in_and_changes_nothing(district: District, client: Client) -> None:
    url = address(district)
    shift(district.cit_officer, day_here() + DAY)
    before = models.Event.objects.count()
    answer = client.get(url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert len(read(answer.content)) == 1
    assert answer["Cache-Control"] == "private, no-cache"
    assert models.Event.objects.count() == before
    assert client.post(url).status_code == 405


def test_an_unchanged_calendar_is_not_sent_again(district: District, client: Client) -> None:
    url = address(district)
    made = shift(district.cit_officer, day_here() + DAY)
    first = client.get(url)
    assert client.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get(url, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304
    Shift.objects.filter(pk=made.pk).update(position="security", version=2)
    assert client.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_only_the_secrets_hash_is_kept_and_it_has_32_random_bytes(district: District) -> None:
    secret = feeds.renew(district.cit_officer, actor=district.officer(district.cit_officer))
    kept = CalendarFeed.objects.get()
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", secret)
    assert kept.token_sha256 == feeds.hash_of(secret)
    assert secret not in str(list(CalendarFeed.objects.values()))
    assert secret not in str(list(models.Event.objects.values_list("payload", flat=True)))


def test_a_new_address_ends_the_old_one(district: District, client: Client) -> None:
    old, new = address(district), address(district)
    assert [client.get(url).status_code for url in (old, new)] == [404, 200]


@pytest.mark.parametrize("token", ["x", "A" * 43, "..", "%00"])
def test_a_wrong_secret_opens_nothing(district: District, client: Client, token: str) -> None:
    address(district)
    assert client.get(f"/shifts/feed/{token}.ics").status_code in (400, 404)


def test_whoever_left_the_roster_has_no_calendar_any_more(district: District, client: Client) -> None:
    url = address(district)
    Officer.objects.filter(pk=district.cit_officer.pk).update(duty="off_duty", active=False)
    assert client.get(url).status_code == 404


def test_nobody_else_renews_it(district: District) -> None:
    for actor in (district.supervisor, district.dispatcher, district.officer(district.other_officer)):
        with pytest.raises(Forbidden):
            feeds.renew(district.cit_officer, actor=actor)
    assert not CalendarFeed.objects.exists()


def test_who_asks_too_often_is_told_to_wait(district: District, client: Client) -> None:
    url = address(district)
    answers = [client.get("/shifts/feed/wrong.ics").status_code for _ in range(A_MINUTE)]
    assert set(answers) == {404}
    assert client.get(url).status_code == 429


def test_the_page_shows_the_address_once(district: District, client: Client) -> None:
    client.force_login(district.cit_officer.user)
    page = client.post(reverse("feed_renew", args=[district.cit_officer.pk])).content.decode()
    found = re.search(r'value="http://testserver(/shifts/feed/[^"]+\.ics)"', page)
    assert found is not None
    assert client.get(found[1]).status_code == 200
    assert "/shifts/feed/" not in client.get("/shifts/mine/").content.decode()
