"""Whoever lapses is no CIT officer from that minute, everywhere: asked in every place on both sides of midnight."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from incidents.models import Incident
from incidents.selectors import board, candidates
from incidents.services import assignments
from officers.models import Certification, Officer
from officers.selectors import crisis_status, roster, with_cit
from officers.selectors.training import work_list
from tests.cast import NOON, District, log_call
from tests.officers.trained import certificate, coordinator

DENVER = ZoneInfo("America/Denver")
MINUTE = timedelta(minutes=1)
# The last day, and the instant at which it ends in Denver: in winter, and on the nights the clocks are changed.
LAST_DAYS = [
    (date(2026, 3, 4), datetime(2026, 3, 5, 7, 0, tzinfo=UTC)),
    (date(2026, 3, 7), datetime(2026, 3, 8, 7, 0, tzinfo=UTC)),
    (date(2026, 3, 8), datetime(2026, 3, 9, 6, 0, tzinfo=UTC)),
    (date(2026, 10, 31), datetime(2026, 11, 1, 6, 0, tzinfo=UTC)),
    (date(2026, 11, 1), datetime(2026, 11, 2, 7, 0, tzinfo=UTC)),
    (date(2028, 2, 29), datetime(2028, 3, 1, 7, 0, tzinfo=UTC)),
]


@pytest.fixture
def incident(district: District) -> Incident:
    """A call that is being dispatched."""
    return log_call(district).incident


def ends(district: District, last_day: date) -> Officer:
    """The CIT officer, whose certificates end with this day."""
    Certification.objects.filter(user=district.cit_officer.user_id).update(expires_on=last_day)
    return district.cit_officer


def everywhere(district: District, incident: Incident, at: datetime) -> dict[str, bool]:
    """What each place says of the CIT officer at this instant."""
    officer = district.cit_officer
    found = candidates.recommendation(district.dispatcher, incident, at)
    units = {ranked.unit.call_sign: ranked.unit.cit for ranked in found.ranked}
    on_board = {row["call_sign"]: row["cit"] for row in board.roster(district.dispatcher, at)}
    listed = roster.listed(district.supervisor, {}, at).page
    states = {row.call_sign: row.state for row in listed}
    return {
        "status": crisis_status(officer.user_id, at).active,
        "query": with_cit(Officer.objects.all(), at).get(pk=officer.pk).cit,
        "recommendation": units.get(officer.call_sign, False),  # without a license nobody is ranked at all
        "board": on_board[officer.call_sign],
        "roster": states[officer.call_sign] in ("current", "due"),
        "work list": not any(each.over for each in work_list(district.supervisor, at).lapsing),
    }


@pytest.mark.parametrize(("last_day", "midnight"), LAST_DAYS, ids=lambda value: str(value)[:10])
def test_the_last_minute_counts_and_the_next_one_does_not(
    district: District, incident: Incident, last_day: date, midnight: datetime
) -> None:
    assert midnight.astimezone(DENVER).replace(tzinfo=None) == datetime.combine(
        last_day + timedelta(days=1), datetime.min.time()
    )
    ends(district, last_day)
    assert set(everywhere(district, incident, midnight - MINUTE).values()) == {True}
    assert set(everywhere(district, incident, midnight).values()) == {False}


def test_a_license_that_ends_takes_the_status_with_it_everywhere(district: District, incident: Incident) -> None:
    Officer.objects.filter(pk=district.cit_officer.pk).update(license_expires_on=date(2026, 3, 4))
    midnight = datetime(2026, 3, 5, 7, 0, tzinfo=UTC)
    assert set(everywhere(district, incident, midnight - MINUTE).values()) == {True}
    assert set(everywhere(district, incident, midnight).values()) == {False}


def sent(district: District, incident: Incident, at: datetime) -> Any:
    """The CIT officer sent at this instant, whatever is recommended."""
    return assignments.send(
        incident,
        actor=district.dispatcher,
        expected_version=None,
        officer=district.cit_officer,
        cit_unavailable_reason="none_on_duty",
        override_reason="knows_person",
        at=at,
    )


def test_sent_before_midnight_and_arrived_after_it_each_keeps_its_own_truth(
    district: District, incident: Incident
) -> None:
    officer = ends(district, date(2026, 3, 4))
    midnight = datetime(2026, 3, 5, 7, 0, tzinfo=UTC)
    part = sent(district, incident, midnight - MINUTE)
    assert part.cit_when_sent
    there = assignments.arrive(part, actor=district.officer(officer), expected_version=None, at=midnight + MINUTE)
    incident.refresh_from_db()
    assert (there.cit_on_arrival, there.cit_course, incident.first_cit_on_scene_at) == (False, "", None)
    assert there.cit_when_sent


def test_sent_after_midnight_is_no_cit_officer_sent(district: District, incident: Incident) -> None:
    ends(district, date(2026, 3, 4))
    assert not sent(district, incident, datetime(2026, 3, 5, 7, 0, tzinfo=UTC)).cit_when_sent


def test_a_renewal_that_is_not_verified_changes_nothing_and_a_verified_one_does(
    district: District, incident: Incident
) -> None:
    officer = ends(district, date(2026, 3, 3))
    row = certificate(officer, "3843", date(2026, 3, 1), verified_at=None)
    assert set(everywhere(district, incident, NOON).values()) == {False}
    Certification.objects.filter(pk=row.pk).update(verified_at=NOON, verified_by=coordinator(district).person)
    assert set(everywhere(district, incident, NOON).values()) == {True}
    assert set(everywhere(district, incident, NOON - MINUTE).values()) != {True}
