"""The cast with the shipped words, the calendar of the clock cases, and records that ask for duties."""

from datetime import date, time
from typing import Any

import pytest

from core.actors import Actor
from incidents.models import CalendarDay, DeescalationRecord, Duty, SchoolTerm
from incidents.services import legal_templates, records
from tests.cast import NOON, WHOLE, District, arrived, begun, district, log_call, neighbor

__all__ = ["district", "neighbor"]


@pytest.fixture
def words(district: District) -> None:
    """The shipped forms are in force."""
    legal_templates.install(district.campus.agency)


@pytest.fixture
def school(district: District) -> None:
    """A spring term, with a staff day on the day after the cast's noon."""
    agency = district.campus.agency
    given = {"name": "Spring", "opens_at": time(8, 0), "closes_at": time(15, 30)}
    SchoolTerm.objects.create(agency=agency, first_day=date(2026, 1, 6), last_day=date(2026, 5, 28), **given)
    CalendarDay.objects.create(agency=agency, day=date(2026, 3, 5), kind="no_school", name="Staff day")


@pytest.fixture
def me(district: District) -> Actor:
    """The CIT officer."""
    return district.officer(district.cit_officer)


@pytest.fixture
def record(district: District, words: None, school: None) -> DeescalationRecord:
    """The officer's record, begun and empty."""
    incident = log_call(district).incident
    arrived(district, incident)
    return begun(district, incident)


def saved(record: DeescalationRecord, me: Actor, at: Any = NOON, **answers: Any) -> DeescalationRecord:
    """The record with these answers."""
    given = {
        **WHOLE,
        "nature": ["anxiety_panic"],
        "primary_outcome": "returned_to_class",
        "notifications": [],
        **answers,
    }
    return records.save(record, actor=me, expected_version=None, at=at, **given)


def detained(record: DeescalationRecord, me: Actor) -> Duty:
    """A record of an emergency detention, and the notice that it owes."""
    saved(record, me, primary_outcome="emergency_detention")
    return Duty.objects.get(record=record, kind="detention_notice")
