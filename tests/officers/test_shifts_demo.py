"""The invented district at every hour: its plan is sound, and there are always people to send."""

from datetime import UTC, datetime

import pytest

from cit_dispatch.demo import people, places, shifts
from core.invariants import INVARIANTS
from officers.models import CoverRequest, Leave, Officer, Shift, TimeEntry, User
from officers.roles import RESPONDING, Role
from officers.selectors import actor_of, with_cit
from officers.services import generation


@pytest.mark.django_db
@pytest.mark.parametrize("hour", [0, 5, 13, 21])
def test_at_any_hour_there_are_people_to_send_and_what_the_clock_says_is_sound(hour: int) -> None:
    at = datetime(2026, 11, 1, hour, 59, tzinfo=UTC)
    built = places.build()
    people.build(built, at)
    shifts.build(built.agency, at)
    free = with_cit(Officer.objects.filter(duty="available", license__in=RESPONDING), at)
    assert {each.call_sign for each in free} >= {f"C-{number:02d}" for number in range(1, 13)}
    assert sum(each.cit for each in free) >= 6
    assert (
        TimeEntry.objects.filter(clocked_out_at__isnull=True).count()
        == Officer.objects.exclude(duty="off_duty").count()
    )
    assert [line for each in INVARIANTS if each.find.__module__ == "officers.invariants" for line in each.find()] == []


@pytest.mark.django_db
def test_the_plan_reaches_four_weeks_either_way_and_is_made_once() -> None:
    at = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
    built = places.build()
    people.build(built, at)
    shifts.build(built.agency, at)
    ordered = Shift.objects.order_by("starts_at")
    first, last = ordered[0], ordered.reverse()[0]
    assert (at - first.starts_at).days >= 27
    assert (last.starts_at - at).days >= 27
    assert Leave.objects.filter(status="approved").count() == CoverRequest.objects.filter(status="open").count() == 1
    boss = actor_of(User.objects.filter(grants__role=Role.SUPERVISOR).order_by("email")[0])
    today = at.astimezone(built.agency.zone).date()
    again = generation.generate(actor=boss, from_day=today, to_day=last.rotation_day, at=at)
    assert again.made == []
