"""Reminders: when, to whom, once, and without a word about the person."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from cit_dispatch.celery import app
from core import outbox
from core.models import Event
from notifications.messages import subject_and_body
from notifications.models import Delivery
from officers.models import Certification, Reminder, TrainingRule, User, Waiver
from officers.services import reminders
from officers.tasks import remind
from tests.cast import NOON, District
from tests.officers.trained import TODAY, certificate, coordinator, course


def every(district: District, number: str = "CPR", months: int = 24, **fields: object) -> TrainingRule:
    """A rule that asks everybody every number of months, from today."""
    course(district)
    return TrainingRule.objects.create(
        agency=district.campus.agency,
        slug=f"{number.lower()}-again",
        title=number,
        kind="every_months",
        number=months,
        courses=[number],
        licenses=["peace_officer"],
        effective_from=date(2020, 1, 1),
        **fields,
    )


def ends_in(district: District, days: int) -> Certification:
    """A CIT certificate of the other officer that ends in so many days; the first officer's has no end."""
    return certificate(district.other_officer, "1850", date(2020, 1, 1), expires_on=TODAY + timedelta(days=days))


def given() -> list[tuple[str, int]]:
    """What was given: matter and threshold."""
    return sorted(Reminder.objects.values_list("matter", "threshold_days"))


@pytest.mark.parametrize(
    ("left", "threshold"),
    [
        *((181, None), (180, 180), (91, 180), (90, 90), (61, 90), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7)),
        *((0, 7), (-1, 0), (-400, 0)),
    ],
)
def test_only_the_nearest_threshold_that_was_passed_counts(left: int, threshold: int | None) -> None:
    assert reminders.threshold(TODAY + timedelta(days=left), TODAY) == threshold


def test_a_certificate_that_ends_is_told_once_at_each_threshold(district: District) -> None:
    agency, row = district.campus.agency, ends_in(district, 85)
    assert reminders.sweep(agency, TODAY, at=NOON) == 1
    assert reminders.sweep(agency, TODAY, at=NOON) == 0
    assert given() == [("1850", 90)]
    ends = row.expires_on or TODAY
    days = [reminders.sweep(agency, ends - timedelta(days=left), at=NOON) for left in range(84, -3, -1)]
    assert sum(days) == 4
    assert given() == [("1850", 0), ("1850", 7), ("1850", 30), ("1850", 60), ("1850", 90)]


def test_several_thresholds_passed_at_once_are_one_reminder(district: District) -> None:
    ends_in(district, 20)
    assert reminders.sweep(district.campus.agency, TODAY, at=NOON) == 1
    assert given() == [("1850", 30)]


def test_a_certificate_without_end_and_one_replaced_by_a_longer_remind_of_nothing(district: District) -> None:
    ends_in(district, 20)
    certificate(district.other_officer, "3843", date(2026, 1, 1), expires_on=TODAY + timedelta(days=600))
    assert reminders.sweep(district.campus.agency, TODAY, at=NOON) == 0


def test_a_license_that_ends_first_is_the_matter(district: District) -> None:
    officer = district.cit_officer
    officer.license_expires_on = TODAY + timedelta(days=50)
    officer.save()
    assert reminders.sweep(district.campus.agency, TODAY, at=NOON) == 1
    assert given() == [("license", 60)]


def test_a_rule_that_speaks_of_the_certificate_is_one_reminder_and_not_two(district: District) -> None:
    every(district, "1850", 240)
    ends_in(district, 20)
    assert reminders.sweep(district.campus.agency, TODAY, at=NOON) == 1
    assert given() == [("1850-again", 30)]


def test_what_is_overdue_is_told_at_once_and_what_is_waived_or_left_is_not(district: District) -> None:
    every(district)
    officer = district.other_officer
    Waiver.objects.create(
        agency=officer.agency,
        officer=district.cit_officer,
        rule_slug="cpr-again",
        reason="Instructor",
        granted_by_id=district.supervisor.person,
    )
    assert reminders.sweep(officer.agency, TODAY, at=NOON) == 1
    assert given() == [("cpr-again", 0)]
    Reminder.objects.get()
    officer.separated_on = TODAY
    officer.save()
    assert reminders.sweep(officer.agency, TODAY + timedelta(days=1), at=NOON) == 0


def test_a_person_who_was_deactivated_is_not_reminded(district: District) -> None:
    ends_in(district, 20)
    User.objects.filter(pk=district.other_officer.user_id).update(is_active=False)
    assert reminders.sweep(district.campus.agency, TODAY, at=NOON) == 0


def test_the_person_their_supervisor_and_the_coordinators_hear_of_it_and_nobody_else(
    district: District, neighbor: District
) -> None:
    who, _stranger = coordinator(district), coordinator(neighbor, "Alder")
    officer = district.other_officer
    officer.supervisor_id = district.supervisor.person
    officer.save()
    ends_in(district, 20)
    reminders.sweep(officer.agency, TODAY, at=NOON)
    assert outbox.relay("paging") == 1
    told = set(Delivery.objects.filter(kind="training.due").values_list("user_id", flat=True))
    assert told == {officer.user_id, district.supervisor.id, who.id}
    assert set(Delivery.objects.values_list("reference", "path")) == {("1850", f"/officers/{officer.pk}/")}


def test_a_supervisor_who_is_the_coordinator_too_hears_of_it_once(district: District) -> None:
    who = coordinator(district)
    district.other_officer.supervisor_id = who.person
    district.other_officer.save()
    ends_in(district, 20)
    reminders.sweep(district.campus.agency, TODAY, at=NOON)
    outbox.relay("paging")
    assert Delivery.objects.filter(user_id=who.person).count() == 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_neither_the_message_nor_the_event_names_a_person(district: District, language: str) -> None:
    ends_in(district, 20)
    reminders.sweep(district.campus.agency, TODAY, at=NOON)
    outbox.relay("paging")
    words = "".join(Event.objects.values_list("payload", flat=True))
    for delivery in Delivery.objects.all():
        words += "".join(subject_and_body(delivery, language))
    assert "1850" in words
    assert "Basalt" not in words


def test_a_second_agency_is_swept_on_its_own(district: District, neighbor: District) -> None:
    ends_in(district, 20)
    ends_in(neighbor, 20)
    assert reminders.sweep(neighbor.campus.agency, TODAY, at=NOON) == 1
    assert set(Reminder.objects.values_list("agency", flat=True)) == {neighbor.campus.agency_id}


def test_nobody_is_told_in_the_night_and_a_missed_morning_is_made_up(district: District) -> None:
    """Denver is seven hours behind in winter: 13:59 UTC is 06:59 there."""
    ends_in(district, 20)
    assert reminders.sweep_all(datetime(2026, 3, 4, 13, 59, tzinfo=UTC)) == 0
    assert reminders.sweep_all(datetime(2026, 3, 4, 14, 0, tzinfo=UTC)) == 1
    assert reminders.sweep_all(datetime(2026, 3, 4, 20, 0, tzinfo=UTC)) == 0


def test_the_day_is_the_agencys_own(district: District) -> None:
    """In the last hours of the last day in Denver it is tomorrow in UTC, and the certificate still holds."""
    ends_in(district, 0)
    assert reminders.sweep_all(datetime(2026, 3, 5, 5, 0, tzinfo=UTC)) == 1
    assert given() == [("1850", 7)]
    assert reminders.sweep_all(datetime(2026, 3, 5, 15, 0, tzinfo=UTC)) == 1
    assert given() == [("1850", 0), ("1850", 7)]


def test_beat_asks_every_hour_for_a_task_that_exists() -> None:
    (entry,) = [each for each in settings.CELERY_BEAT_SCHEDULE.values() if each["task"] == "officers.remind"]
    assert entry["schedule"] == 3600.0
    assert remind.name in app.tasks


def test_the_command_takes_a_day_and_says_how_many(district: District) -> None:
    ends_in(district, 20)
    said = StringIO()
    call_command("remind", on="2026-03-04", stdout=said)
    assert said.getvalue() == "sotol: 1 reminders for 2026-03-04\n"
    with pytest.raises(CommandError, match="YYYY-MM-DD"):
        call_command("remind", on="tomorrow")
