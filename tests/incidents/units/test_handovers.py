"""An incident passes to another desk when that desk takes it, and not before."""

from datetime import timedelta
from typing import Any

import pytest

from core.errors import BrokenRule, Conflict, Forbidden, NotFound
from core.models import Event
from incidents.models import Desk, DeskTurn, Handover, Incident
from incidents.selectors import handovers as selector
from incidents.services import handovers, incidents
from tests.cast import NOON, District

Desks = tuple[Desk, Desk]
LATER = NOON + timedelta(minutes=5)
NOTE = "The mother calls back at three."


def offer(district: District, incident: Incident, desk: Desk, **changes: Any) -> Handover:
    given: dict[str, Any] = {"actor": district.dispatcher, "expected_version": None, "note": NOTE, "at": NOON}
    return handovers.offer(incident, to_desk=desk, **{**given, **changes})


def desk_of(incident: Incident) -> str | None:
    return Incident.objects.values_list("desk__name", flat=True).get(pk=incident.pk)


def test_an_offer_leaves_the_incident_where_it_is_and_its_note_out_of_the_ledger(
    district: District, desks: Desks, incident: Incident
) -> None:
    offer(district, incident, desks[1])
    assert desk_of(incident) == "Desk 1"
    assert not Event.objects.filter(payload__contains="mother").exists()
    assert Event.objects.filter(type="incident.offered", payload__contains='"desk":"Desk 2"').count() == 1


def test_whoever_sits_at_the_desk_takes_it(district: District, desks: Desks, incident: Incident) -> None:
    made = offer(district, incident, desks[1])
    taken = handovers.take(made, actor=district.supervisor, at=LATER)
    assert desk_of(incident) == "Desk 2"
    assert (taken.taken_by_id, taken.taken_at, taken.ended_at) == (district.supervisor.id, LATER, LATER)
    assert Event.objects.filter(type="incident.transferred").count() == 1


def test_who_sits_elsewhere_or_nowhere_takes_nothing(district: District, desks: Desks, incident: Incident) -> None:
    made = offer(district, incident, desks[1])
    with pytest.raises(BrokenRule, match="is offered to Desk 2"):
        handovers.take(made, actor=district.dispatcher, at=LATER)
    DeskTurn.objects.all().update(ended_at=NOON)
    with pytest.raises(BrokenRule, match="Sign on there"):
        handovers.take(made, actor=district.supervisor, at=LATER)
    assert desk_of(incident) == "Desk 1"
    assert Handover.objects.get().ended_at is None


def test_it_is_taken_once(district: District, desks: Desks, incident: Incident) -> None:
    made = offer(district, incident, desks[1])
    handovers.take(made, actor=district.supervisor, at=LATER)
    with pytest.raises(Conflict, match="was taken by Desk 2 already"):
        handovers.take(made, actor=district.supervisor, at=LATER)
    assert Event.objects.filter(type="incident.transferred").count() == 1


def test_what_was_withdrawn_is_taken_by_nobody_and_can_be_offered_again(
    district: District, desks: Desks, incident: Incident
) -> None:
    made = offer(district, incident, desks[1])
    handovers.withdraw(made, actor=district.dispatcher, at=LATER)
    with pytest.raises(Conflict, match="was withdrawn"):
        handovers.take(made, actor=district.supervisor, at=LATER)
    assert offer(district, incident, desks[1]).pk != made.pk


def test_one_offer_stands_at_a_time(district: District, desks: Desks, incident: Incident) -> None:
    offer(district, incident, desks[1])
    with pytest.raises(Conflict, match="is offered to Desk 2 already"):
        offer(district, incident, Desk.objects.create(agency=district.campus.agency, name="Desk 3"))
    assert Handover.objects.count() == 1


def test_it_is_not_offered_to_where_it_is_or_to_a_desk_out_of_use(
    district: District, desks: Desks, incident: Incident
) -> None:
    Incident.objects.filter(pk=incident.pk).update(desk=desks[0])
    Desk.objects.filter(pk=desks[1].pk).update(active=False)
    for desk in Desk.objects.all():
        with pytest.raises(BrokenRule, match="Choose another desk"):
            offer(district, incident, desk)
    assert not Handover.objects.exists()


def test_a_stale_page_and_a_closed_incident_offer_nothing(district: District, desks: Desks, incident: Incident) -> None:
    with pytest.raises(Conflict):
        offer(district, incident, desks[1], expected_version=9)
    incidents.cancel(incident, actor=district.dispatcher, expected_version=None, close_reason="unfounded")
    with pytest.raises(Conflict, match="Cancelled"):
        offer(district, incident, desks[1])


def test_the_end_of_the_incident_ends_the_offer(district: District, desks: Desks, incident: Incident) -> None:
    made = offer(district, incident, desks[1])
    incidents.cancel(incident, actor=district.dispatcher, expected_version=None, close_reason="unfounded", at=LATER)
    assert Handover.objects.get().ended_at == LATER
    with pytest.raises(Conflict, match="incident has ended"):
        handovers.take(made, actor=district.supervisor, at=LATER)


def test_an_officer_offers_nothing_and_a_stranger_finds_nothing(
    district: District, neighbor: District, desks: Desks, incident: Incident
) -> None:
    with pytest.raises(Forbidden):
        offer(district, incident, desks[1], actor=district.officer(district.cit_officer))
    made = offer(district, incident, desks[1])
    with pytest.raises(NotFound):
        selector.one(neighbor.dispatcher, made.pk, "handover.take")
    assert list(selector.desks(neighbor.dispatcher)) == []
