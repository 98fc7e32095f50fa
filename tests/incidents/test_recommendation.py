"""The recommendation over the real roster: what it reads, what a choice needs, and what is kept of it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Assignment, Incident, Subject
from incidents.ranking import Unit
from incidents.selectors.candidates import recommendation
from incidents.selectors.snapshot import snapshot
from incidents.selectors.timeline import timeline
from incidents.services import assignments
from incidents.shown import LASTS, seal
from officers.models import Campus, Certification, Officer, Restriction, TimeEntry, TravelTime
from officers.roles import License
from tests.cast import NOON, District, arrived, log_call, officer
from tests.incidents.roster import order

LATER = NOON + timedelta(minutes=10)


def now_units(district: District, incident: Incident, at: datetime = NOON) -> dict[str, Unit]:
    """The roster as the ranking sees it."""
    return {unit.call_sign: unit for unit in snapshot(district.dispatcher, incident, at).units}


def names(district: District, incident: Incident, at: datetime = NOON) -> list[str]:
    return order(recommendation(district.dispatcher, incident, at))


def choose(district: District, incident: Incident, unit: Officer, **said: Any) -> Assignment:
    return assignments.send(
        incident, actor=district.dispatcher, expected_version=None, officer=unit, **{"at": NOON, **said}
    )


def restrict(district: District, **facts: Any) -> Restriction:
    """Keep the CIT officer from something."""
    whole = {"from_day": NOON.date(), "reason": "Related to the family", "set_by_id": district.supervisor.person}
    return Restriction.objects.create(agency=district.campus.agency, officer=district.cit_officer, **{**whole, **facts})


@pytest.fixture
def third(district: District) -> Officer:
    """Another CIT officer, ten minutes away."""
    far = Campus.objects.create(agency=district.campus.agency, name="Cholla School", code="CHS", kind="high")
    TravelTime.objects.create(agency=far.agency, origin=far, destination=district.campus, minutes=10)
    return officer(far, "Zinnia", "C-30", cit=True)


def test_the_roster_is_read_with_certificate_way_and_clock(district: District, third: Officer) -> None:
    Officer.objects.filter(pk=third.pk).update(languages=["es"], skills=["autism"])
    TimeEntry.objects.filter(officer=third).update(clocked_in_at=NOON - timedelta(hours=3))
    found = now_units(district, log_call(district).incident)
    assert (found["C-30"].minutes, found["C-30"].cit, found["C-30"].hours_on_duty) == (10, True, 3)
    assert (found["C-30"].languages, found["C-30"].skills) == ({"es"}, {"autism"})
    assert (found["S-21"].minutes, found["S-21"].cit) == (2, False)


def test_a_certificate_counts_until_the_end_of_its_last_day_and_not_a_minute_longer(district: District) -> None:
    incident = log_call(district).incident
    Certification.objects.update(expires_on=date(2026, 3, 4))
    last = datetime.combine(date(2026, 3, 5), datetime.min.time(), district.campus.agency.zone)
    assert now_units(district, incident, last - timedelta(minutes=1))["C-12"].cit
    assert not now_units(district, incident, last)["C-12"].cit


def test_who_left_the_roster_or_whose_license_ended_is_not_sent(district: District) -> None:
    incident = log_call(district).incident
    Officer.objects.filter(pk=district.cit_officer.pk).update(license_expires_on=date(2026, 3, 3))
    assert names(district, incident) == ["S-21"]
    Officer.objects.filter(pk=district.cit_officer.pk).update(active=False, duty="off_duty")
    assert set(now_units(district, incident)) == {"S-21"}


def test_a_telecommunicator_is_never_recommended(district: District) -> None:
    Officer.objects.filter(pk=district.other_officer.pk).update(license=License.TELECOMMUNICATOR)
    assert names(district, log_call(district).incident) == ["C-12"]


@pytest.mark.parametrize("kind", ["campus", "duty"])
def test_a_restricted_officer_is_passed_over_and_cannot_be_sent(district: District, kind: str) -> None:
    incident = log_call(district).incident
    restrict(district, kind=kind, campus=district.campus if kind == "campus" else None)
    assert names(district, incident) == ["S-21"]
    with pytest.raises(BrokenRule, match="restricted"):
        choose(district, incident, district.cit_officer)
    assert not Assignment.objects.exists()


def test_a_restriction_from_a_person_follows_the_person_by_their_student_number(district: District) -> None:
    before, incident = (log_call(district).incident for _ in range(2))
    me: dict[str, Any] = {"agency": district.campus.agency, "role": "student"}
    known = Subject.objects.create(incident=before, student_number="4711", **me)
    restrict(district, kind="person", subject_id=known.pk)
    assert names(district, incident) == ["C-12", "S-21"]
    Subject.objects.create(incident=incident, student_number="4711", **me)
    assert names(district, incident) == ["S-21"]
    assert names(district, before) == ["S-21"]


@pytest.mark.parametrize(
    "over",
    [
        {"from_day": date(2026, 3, 5)},
        {"until": date(2026, 3, 3)},
        {"lifted_at": NOON},
    ],
    ids=["not begun", "ended", "lifted"],
)
def test_a_restriction_that_does_not_hold_today_keeps_nobody(district: District, over: dict[str, Any]) -> None:
    restrict(district, **{"kind": "duty", "from_day": date(2026, 3, 1), **over})
    assert names(district, log_call(district).incident) == ["C-12", "S-21"]


def test_crisis_calls_of_this_shift_count_and_those_before_it_do_not(district: District) -> None:
    first = log_call(district).incident
    assignments.clear(arrived(district, first), actor=district.dispatcher, expected_version=None, at=LATER)
    second = log_call(district).incident
    assert now_units(district, second, LATER)["C-12"].crisis_calls == 1
    TimeEntry.objects.filter(officer=district.cit_officer).update(clocked_in_at=NOON + timedelta(minutes=5))
    assert now_units(district, second, LATER)["C-12"].crisis_calls == 0


def test_the_language_of_the_latest_call_that_named_one_is_needed(district: District, third: Officer) -> None:
    Officer.objects.filter(pk=third.pk).update(languages=["es"])
    TravelTime.objects.filter(minutes=10).update(minutes=7)
    assert names(district, log_call(district).incident)[0] == "C-12"
    assert names(district, log_call(district, language_needed="es").incident)[0] == "C-30"


def test_an_unknown_way_is_said_and_not_guessed(district: District) -> None:
    unmapped = Campus.objects.create(agency=district.campus.agency, name="Sumac School", code="SUM", kind="high")
    Officer.objects.update(last_campus=unmapped)
    found = recommendation(district.dispatcher, log_call(district).incident, NOON)
    assert found.ranked[0].unit.minutes is None
    assert "distance_unknown" in [reason.code for reason in found.ranked[0].reasons]


def test_the_first_is_sent_without_a_reason_and_its_rank_is_kept(district: District) -> None:
    sent = choose(district, log_call(district).incident, district.cit_officer)
    assert (sent.rank, sent.ranking_version, sent.override_reason) == (1, 1, "")


def test_another_unit_needs_a_reason_and_nothing_is_written_without_one(district: District, third: Officer) -> None:
    incident = log_call(district).incident
    before = Event.objects.count()
    with pytest.raises(BrokenRule, match="C-12 is recommended") as refusal:
        choose(district, incident, third)
    assert set(refusal.value.fields) == {"override_reason"}
    assert (Event.objects.count(), Assignment.objects.count()) == (before, 0)
    sent = choose(district, incident, third, override_reason="special_skill")
    assert (sent.rank, sent.override_reason) == (2, "special_skill")


def test_other_needs_words_which_stay_out_of_the_ledger(district: District, third: Officer) -> None:
    incident = log_call(district).incident
    with pytest.raises(BrokenRule) as refusal:
        choose(district, incident, third, override_reason="other", override_note=" ")
    assert set(refusal.value.fields) == {"override_note"}
    sent = choose(district, incident, third, override_reason="other", override_note="Coaches her team")
    assert sent.override_note == "Coaches her team"
    facts = Event.objects.get(type="incident.dispatched").facts
    assert (facts["rank"], facts["ranking"], facts["override"], facts["instead_of"]) == (2, 1, "other", "C-12")
    assert "Coaches" not in Event.objects.get(type="incident.dispatched").payload


def test_the_database_refuses_other_without_words(district: District) -> None:
    sent = choose(district, log_call(district).incident, district.cit_officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.filter(pk=sent.pk).update(override_reason="other")


def test_the_timeline_says_that_another_unit_was_chosen(district: District, third: Officer) -> None:
    incident = log_call(district).incident
    choose(district, incident, third, override_reason="knows_person")
    line = timeline(district.dispatcher, incident)[-1]
    assert line.text == "C-30 was sent"
    assert "chosen instead of C-12: Knows the person" in line.detail


def test_a_reason_given_with_the_first_is_not_kept(district: District) -> None:
    sent = choose(district, log_call(district).incident, district.cit_officer, override_reason="knows_person")
    assert sent.override_reason == ""


def test_why_no_cit_officer_is_sent_is_reason_enough(district: District) -> None:
    sent = choose(district, log_call(district).incident, district.other_officer, cit_unavailable_reason="too_far")
    assert (sent.rank, sent.override_reason) == (2, "no_cit_officer")


def test_who_was_first_on_the_page_is_sent_although_a_better_one_became_free(
    district: District, third: Officer
) -> None:
    busy, incident = (log_call(district).incident for _ in range(2))
    part = choose(district, busy, district.cit_officer)
    shown = seal(incident.pk, recommendation(district.dispatcher, incident, NOON), NOON)
    assignments.clear(part, actor=district.dispatcher, expected_version=None, at=NOON)
    assert names(district, incident) == ["C-12", "C-30", "S-21"]
    sent = choose(district, incident, third, shown=shown)
    assert (sent.rank, sent.override_reason) == (2, "")


@pytest.mark.parametrize("wrong", ["old", "of another incident", "made up"])
def test_a_seal_that_proves_nothing_is_no_excuse(district: District, third: Officer, wrong: str) -> None:
    busy, incident, other = (log_call(district).incident for _ in range(3))
    part = choose(district, busy, district.cit_officer)
    found = recommendation(district.dispatcher, incident, NOON)
    assignments.clear(part, actor=district.dispatcher, expected_version=None, at=NOON)
    shown = {
        "old": seal(incident.pk, found, NOON - LASTS - timedelta(seconds=1)),
        "of another incident": seal(other.pk, found, NOON),
        "made up": f"{incident.pk}|{third.pk}|{NOON.isoformat()}:x",
    }[wrong]
    with pytest.raises(BrokenRule, match="C-12 is recommended"):
        choose(district, incident, third, shown=shown)


def test_a_unit_that_is_out_is_refused_as_taken(district: District) -> None:
    arrived(district, log_call(district).incident)
    with pytest.raises(Conflict, match="C-12 was sent to 26-0001 by Feldspar just now"):
        choose(district, log_call(district).incident, district.cit_officer)


def test_whoever_may_not_dispatch_learns_nothing(district: District, neighbor: District) -> None:
    incident = log_call(district).incident
    for actor in (district.officer(district.cit_officer), neighbor.dispatcher):
        with pytest.raises(Forbidden):
            recommendation(actor, incident, NOON)
    with pytest.raises(BrokenRule, match="not available"):
        choose(district, incident, neighbor.cit_officer)


def test_it_takes_five_statements_however_long_the_roster(district: District) -> None:
    incident = log_call(district).incident
    for name in ("Sage", "Yarrow"):
        with CaptureQueriesContext(connection) as found:
            recommendation(district.dispatcher, incident, NOON)
        assert len(found) == 5
        officer(district.campus, name, f"D-{name}", cit=True)
