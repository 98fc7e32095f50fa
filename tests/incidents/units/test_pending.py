"""Calls that wait for one officer: put on, taken off, sent when free, ended with the incident."""

from datetime import timedelta

import pytest

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden, NotFound
from core.models import Event
from incidents.models import Incident, PendingCall
from incidents.selectors import units as selector
from incidents.services import assignments, incidents, pending
from officers.models import Officer
from tests.cast import NOON, District, log_call

LATER = NOON + timedelta(minutes=5)


def waiting() -> list[str]:
    rows = PendingCall.objects.filter(ended_at__isnull=True).order_by("at")
    return list(rows.values_list("incident__number", flat=True))


def put(district: District, incident: Incident) -> PendingCall:
    return pending.put(incident, actor=district.dispatcher, officer=district.cit_officer, at=NOON)


def test_a_call_waits_for_an_officer_and_is_not_sent(district: District, incident: Incident) -> None:
    put(district, incident)
    assert waiting() == ["26-0001"]
    assert not incident.assignments.exists()
    assert Event.objects.filter(type="incident.stacked").count() == 1


def test_put_on_twice_it_waits_once(district: District, incident: Incident) -> None:
    assert put(district, incident) == put(district, incident)
    assert Event.objects.filter(type="incident.stacked").count() == 1


def test_sending_the_officer_ends_the_waiting(district: District, incident: Incident) -> None:
    put(district, incident)
    assignments.send(
        incident,
        actor=district.dispatcher,
        expected_version=None,
        officer=district.cit_officer,
        override_reason="knows_person",
        at=LATER,
    )
    assert waiting() == []
    assert PendingCall.objects.get().ended_as == "sent"


def test_the_end_of_the_incident_ends_the_waiting(district: District, incident: Incident) -> None:
    put(district, incident)
    incidents.cancel(incident, actor=district.dispatcher, expected_version=None, close_reason="unfounded", at=LATER)
    found = PendingCall.objects.get()
    assert (found.ended_as, found.ended_at) == ("ended", LATER)


def test_it_is_taken_off_once(district: District, incident: Incident) -> None:
    made = put(district, incident)
    first = pending.drop(made, actor=district.dispatcher, at=LATER)
    second = pending.drop(made, actor=district.dispatcher, at=LATER + timedelta(minutes=1))
    assert first.ended_at == second.ended_at == LATER
    assert Event.objects.filter(type="incident.unstacked").count() == 1


def test_nothing_waits_for_who_is_on_it_already_or_when_it_is_over(district: District, incident: Incident) -> None:
    assignments.send(
        incident,
        actor=district.dispatcher,
        expected_version=None,
        officer=district.cit_officer,
        override_reason="knows_person",
    )
    with pytest.raises(BrokenRule, match="C-12 is on 26-0001 already"):
        put(district, incident)
    other = log_call(district).incident
    incidents.cancel(other, actor=district.dispatcher, expected_version=None, close_reason="unfounded")
    with pytest.raises(Conflict, match="is over"):
        put(district, other)
    assert waiting() == []


def test_five_wait_for_one_officer_and_the_sixth_is_for_another(district: District) -> None:
    calls = [log_call(district).incident for _ in range(6)]
    for call in calls[:5]:
        put(district, call)
    with pytest.raises(BrokenRule, match="5 calls wait for C-12 already"):
        put(district, calls[5])
    assert len(waiting()) == 5


def test_who_has_left_the_roster_is_waited_for_by_nothing(district: District, incident: Incident) -> None:
    Officer.objects.filter(pk=district.cit_officer.pk).update(active=False, duty="off_duty")
    gone = Officer.objects.get(pk=district.cit_officer.pk)
    with pytest.raises(BrokenRule, match="no longer on the roster"):
        pending.put(incident, actor=district.dispatcher, officer=gone)


def test_an_officer_stacks_nothing_and_a_stranger_finds_nothing(
    district: District, neighbor: District, incident: Incident
) -> None:
    made = put(district, incident)
    me = district.officer(district.cit_officer)
    for act in (lambda: pending.put(incident, actor=me, officer=district.other_officer), lambda: drop(made, me)):
        with pytest.raises(Forbidden):
            act()
    with pytest.raises(NotFound):
        selector.pending_to_drop(neighbor.dispatcher, made.pk)
    assert waiting() == ["26-0001"]


def drop(made: PendingCall, actor: Actor) -> PendingCall:
    return pending.drop(made, actor=actor)
