"""What is tapped at the scene is kept once, with the time of its doing; what is asked for stays until it is seen to."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from core.errors import BrokenRule, Forbidden, NotFound
from core.models import Event
from incidents.models import FieldEntry, FieldRequest, Incident
from incidents.selectors import asks as waiting
from incidents.selectors import field_entries as entered
from incidents.services import asks, assignments, field_entries
from tests.cast import NOON, District, arrived, log_call

LATER = NOON + timedelta(minutes=3)


@pytest.fixture
def incident(district: District) -> Incident:
    """A call with the certified officer on scene."""
    found = log_call(district).incident
    arrived(district, found)
    return found


def test_a_tap_keeps_the_time_of_its_doing(district: District, incident: Incident) -> None:
    me = district.officer(district.cit_officer)
    entry = field_entries.add(
        incident, actor=me, kind="technique", value="calm_tone", client_key=uuid4(), captured_at=NOON, at=LATER
    )
    assert (entry.captured_at, entry.recorded_at) == (NOON, LATER)
    assert entered.of(incident, me.person) == [entry]


def test_no_tap_is_later_than_its_arrival(district: District, incident: Incident) -> None:
    me = district.officer(district.cit_officer)
    entry = field_entries.add(incident, actor=me, kind="contact_made", client_key=uuid4(), captured_at=LATER, at=NOON)
    assert entry.captured_at == NOON


def test_a_tap_that_is_sent_twice_is_kept_once(district: District, incident: Incident) -> None:
    me, key = district.officer(district.cit_officer), uuid4()
    both = [
        field_entries.add(incident, actor=me, kind="technique", value="calm_tone", client_key=key, at=NOON)
        for _ in range(2)
    ]
    assert both[0] == both[1]
    assert FieldEntry.objects.count() == 1
    assert Event.objects.filter(type="field_entry.added").count() == 1
    with pytest.raises(BrokenRule), transaction.atomic():
        field_entries.add(incident, actor=me, kind="technique", value="validation", client_key=key, at=NOON)


@pytest.mark.parametrize(
    ("kind", "value"),
    [("technique", "magic"), ("technique", ""), ("contact_made", "x"), ("force_used", "9"), ("dance", "")],
)
def test_what_is_on_no_list_is_refused(district: District, incident: Incident, kind: str, value: str) -> None:
    me = district.officer(district.cit_officer)
    with pytest.raises(BrokenRule):
        field_entries.add(incident, actor=me, kind=kind, value=value, client_key=uuid4())
    assert not FieldEntry.objects.exists()


def test_only_officers_who_were_sent_enter_and_ask(district: District, neighbor: District, incident: Incident) -> None:
    for actor in (district.officer(district.other_officer), district.dispatcher, neighbor.supervisor):
        with pytest.raises(Forbidden):
            field_entries.add(incident, actor=actor, kind="contact_made", client_key=uuid4())
        with pytest.raises(Forbidden):
            asks.ask(incident, actor=actor, what="help", client_key=uuid4())


def test_what_an_officer_asks_for_stands_before_every_desk_help_first(
    district: District, neighbor: District, incident: Incident
) -> None:
    me = district.officer(district.cit_officer)
    backup = asks.ask(incident, actor=me, what="cit_backup", client_key=uuid4(), at=NOON)
    help_ = asks.ask(incident, actor=me, what="help", client_key=uuid4(), at=LATER)
    for actor in (district.dispatcher, district.supervisor, me):
        assert waiting.open_for(actor) == [help_, backup]
    assert waiting.open_for(neighbor.supervisor) == []
    assert waiting.open_for(district.officer(district.other_officer)) == []


def test_asking_again_while_it_is_open_finds_the_first(district: District, incident: Incident) -> None:
    me = district.officer(district.cit_officer)
    first = asks.ask(incident, actor=me, what="supervisor", client_key=uuid4(), at=NOON)
    assert asks.ask(incident, actor=me, what="supervisor", client_key=uuid4(), at=LATER) == first
    asks.done(first, actor=district.dispatcher, at=LATER)
    assert asks.ask(incident, actor=me, what="supervisor", client_key=uuid4(), at=LATER) != first
    assert FieldRequest.objects.count() == 2


def test_a_call_for_help_ends_with_words_only(district: District, incident: Incident) -> None:
    me = district.officer(district.cit_officer)
    call = asks.ask(incident, actor=me, what="help", client_key=uuid4(), at=NOON)
    with pytest.raises(BrokenRule):
        asks.done(call, actor=district.dispatcher)
    ended = asks.done(call, actor=district.dispatcher, answer="C-14 is with him, all calm.", at=LATER)
    assert (ended.done_by_id, ended.done_at) == (district.dispatcher.id, LATER)
    assert waiting.open_for(district.dispatcher) == []
    assert "C-14" not in Event.objects.get(type="field_request.ended").payload


def test_another_officer_or_agency_ends_nothing(district: District, neighbor: District, incident: Incident) -> None:
    me = district.officer(district.cit_officer)
    call = asks.ask(incident, actor=me, what="ems", client_key=uuid4(), at=NOON)
    with pytest.raises(NotFound):
        waiting.to_end(district.officer(district.other_officer), call.pk)
    with pytest.raises(NotFound):
        waiting.to_end(neighbor.supervisor, call.pk)
    assert waiting.to_end(me, call.pk) == call


def test_an_assignment_is_acknowledged_once_and_its_version_stays(district: District, incident: Incident) -> None:
    me = district.officer(district.cit_officer)
    part = incident.assignments.get()
    first = assignments.acknowledge(part, actor=me, at=NOON)
    again = assignments.acknowledge(part, actor=me, at=LATER)
    assert (first.acknowledged_at, again.acknowledged_at, again.version) == (NOON, NOON, part.version)
    assert Event.objects.filter(type="assignment.acknowledged").count() == 1
    with pytest.raises(Forbidden):
        assignments.acknowledge(part, actor=district.dispatcher)
