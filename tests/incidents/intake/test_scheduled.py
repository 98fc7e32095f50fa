"""Planned incidents wait, and begin when their time has come: once, and whoever is asked."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Incident, Timer
from incidents.services import incidents, intake_scheduled
from incidents.tasks import begin_due
from tests.cast import NOON, District
from tests.incidents.intake.taking import log

SOON = NOON + timedelta(hours=2)


def planned(district: District) -> Incident:
    """A follow-up visit in two hours."""
    log(district, nature="follow_up_visit", origin="scheduled", scheduled_for=SOON)
    return Incident.objects.get()


def test_a_planned_incident_waits_and_no_clock_runs(district: District) -> None:
    incident = planned(district)
    assert (incident.status, incident.origin, incident.scheduled_for) == ("scheduled", "scheduled", SOON)
    assert not Timer.objects.exists()
    assert intake_scheduled.begin_due(SOON - timedelta(seconds=1)) == 0


def test_it_begins_when_its_time_has_come_and_its_age_counts_from_there(district: District) -> None:
    planned(district)
    late = SOON + timedelta(seconds=7)
    assert intake_scheduled.begin_due(late) == 1
    incident = Incident.objects.get()
    assert (incident.status, incident.received_at) == ("received", late)
    assert Event.objects.get(type="incident.begun").facts == {}


def test_it_begins_once_however_many_ask(district: District) -> None:
    planned(district)
    assert [intake_scheduled.begin_due(SOON) for _run in range(3)] == [1, 0, 0]
    assert Event.objects.filter(type="incident.begun").count() == 1


def test_the_beat_begins_what_is_due_and_leaves_what_was_cancelled(district: District) -> None:
    incident = planned(district)
    Incident.objects.filter(pk=incident.pk).update(scheduled_for=NOON)
    incidents.cancel(incident, actor=district.dispatcher, expected_version=None, close_reason="unfounded")
    assert begin_due() == 0
    assert Incident.objects.get().status == "cancelled"


def test_the_desk_begins_one_early_and_nobody_else_does(district: District, neighbor: District) -> None:
    incident = planned(district)
    for stranger in (district.officer(district.cit_officer), neighbor.dispatcher):
        with pytest.raises(Forbidden):
            intake_scheduled.begin(incident, actor=stranger, expected_version=None)
    assert Incident.objects.get().status == "scheduled"
    intake_scheduled.begin(incident, actor=district.dispatcher, expected_version=1, at=NOON)
    with pytest.raises(Conflict):
        intake_scheduled.begin(incident, actor=district.dispatcher, expected_version=1, at=NOON)
    assert Incident.objects.get().status == "received"


@pytest.mark.parametrize("when", [None, NOON, NOON - timedelta(minutes=1)])
def test_a_time_that_is_none_or_over_is_refused_and_nothing_is_logged(district: District, when: object) -> None:
    with pytest.raises(BrokenRule) as refused:
        log(district, origin="scheduled", scheduled_for=when)
    assert "scheduled_for" in refused.value.fields
    assert not Incident.objects.exists()


def test_nobody_is_sent_before_it_begins(district: District) -> None:
    with pytest.raises(BrokenRule, match="before it begins"):
        log(district, origin="scheduled", scheduled_for=SOON, officers=[district.cit_officer])
    assert not Incident.objects.exists()


def test_the_database_keeps_no_planned_incident_without_its_time(district: District) -> None:
    incident = planned(district)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE incidents_incident SET scheduled_for = NULL WHERE id = %s", [incident.pk])


def test_what_an_officer_saw_is_an_incident_of_its_own_origin(district: District) -> None:
    call = log(district, origin="officer", officers=[district.cit_officer])
    assert (Incident.objects.get().origin, Incident.objects.get().status) == ("officer", "dispatched")
    assert call.received_via == "officer_initiated"
