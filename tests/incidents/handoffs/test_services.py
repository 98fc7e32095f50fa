"""A hand-off stays open until somebody took over or did not, and a case with an open one is not over."""

from datetime import timedelta
from typing import Any

import pytest

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Handoff, Incident
from incidents.selectors import handoffs as selector
from incidents.services import handoffs, incidents
from tests.cast import NOON, District, arrived, log_call
from tests.incidents.handoffs.conftest import assessed, called

LATER = NOON + timedelta(seconds=100)


def by(district: District, **typed: Any) -> dict[str, Any]:
    return {"actor": district.dispatcher, "expected_version": None, "at": LATER, **typed}


def test_a_call_to_988_is_kept_with_who_made_it_and_when(district: District) -> None:
    made = called(district)
    assert (made.status, made.started_at, made.started_by_id) == ("started", NOON, district.dispatcher.person)
    event = Event.objects.get(type="handoff.started")
    assert (event.case_id, event.facts) == (made.case_id, {"destination": "lifeline_988"})


def test_it_stands_on_the_board_until_it_is_confirmed(district: District) -> None:
    made = called(district)
    assert [row.destination for row in selector.open_on_board(district.dispatcher)] == ["988 Lifeline"]
    made = handoffs.connect(made, **by(district, spoke_with="Desk 4"))
    assert [row.status for row in selector.open_on_board(district.dispatcher)] == ["connected"]
    handoffs.confirm(made, **by(district, reference="A-17"))
    assert selector.open_on_board(district.dispatcher) == []
    kept = Handoff.objects.get()
    assert (kept.spoke_with, kept.reference, kept.connected_at, kept.ended_at) == ("Desk 4", "A-17", LATER, LATER)


def test_nobody_takes_over_without_a_name(district: District) -> None:
    made = called(district)
    with pytest.raises(BrokenRule) as refusal:
        handoffs.confirm(made, **by(district))
    assert set(refusal.value.fields) == {"spoke_with"}
    assert Handoff.objects.get().status == "started"


def test_neither_the_name_nor_the_reference_is_in_any_event(district: District) -> None:
    made = handoffs.connect(called(district), **by(district, spoke_with="Marlow Quill", reference="ZX-9"))
    handoffs.confirm(made, **by(district))
    told = "".join(Event.objects.filter(type__startswith="handoff.").values_list("payload", flat=True))
    assert "Quill" not in told
    assert "ZX-9" not in told


def test_one_that_is_not_taken_leaves_the_board_and_names_the_next(district: District) -> None:
    incident = assessed(district)
    called_first = called(district, "counselor", incident)
    handoffs.fail(called_first, **by(district, outcome="no_answer"))
    rows = selector.of_incident(district.dispatcher, incident)
    assert (rows[0].status, rows[0].outcome, selector.next_after(rows)) == ("failed", "no_answer", "mobile_crisis")
    assert selector.open_on_board(district.dispatcher) == []


def test_nobody_is_named_twice_and_the_end_of_the_row_is_an_officer(district: District) -> None:
    incident = assessed(district)
    for step, destination in enumerate(("lifeline_988", "lmha_crisis_line")):
        row = handoffs.start(
            incident, actor=district.dispatcher, destination=destination, at=NOON + timedelta(minutes=step)
        )
        handoffs.fail(row, **by(district, outcome="declined"))
    assert selector.next_after(selector.of_incident(district.dispatcher, incident)) == ""


def test_nobody_is_named_while_somebody_is_at_it(district: District) -> None:
    incident = assessed(district)
    called(district, "counselor", incident)
    assert selector.next_after(selector.of_incident(district.dispatcher, incident)) == ""


def test_the_same_team_is_not_called_twice_at_once_but_another_is(district: District) -> None:
    incident = assessed(district)
    called(district, "mobile_crisis", incident)
    with pytest.raises(Conflict, match="already"):
        called(district, "mobile_crisis", incident)
    assert called(district, "counselor", incident).status == "started"


def test_an_unknown_destination_and_an_unknown_outcome_are_refused(district: District) -> None:
    with pytest.raises(BrokenRule):
        called(district, "army")
    with pytest.raises(BrokenRule):
        handoffs.fail(called(district), **by(district, outcome="bored"))


def test_an_incident_with_an_open_hand_off_is_neither_closed_nor_cancelled(district: District) -> None:
    incident = assessed(district)
    made = called(district, incident=incident)
    end: dict[str, Any] = by(district, close_reason="handed_off")
    for attempt in (incidents.close, incidents.cancel):
        with pytest.raises(Conflict, match="988 Lifeline is still open"):
            attempt(incident, **end)
    assert Incident.objects.get(pk=incident.pk).status == "triaged"
    handoffs.confirm(made, **by(district, spoke_with="Desk 4"))
    assert incidents.close(incident, **end).status == "closed"


def test_for_a_closed_incident_nobody_is_called(district: District) -> None:
    incident = assessed(district)
    incidents.close(incident, **by(district, close_reason="no_report"))
    with pytest.raises(Conflict, match="Closed"):
        called(district, incident=incident)


def test_an_officer_and_a_stranger_call_nobody(district: District, neighbor: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    for actor in (district.officer(district.cit_officer), neighbor.dispatcher):
        with pytest.raises(Forbidden):
            handoffs.start(incident, actor=actor, destination="counselor", at=NOON)
    assert not Handoff.objects.exists()
    made = called(district, incident=incident)
    with pytest.raises(Forbidden):
        handoffs.fail(made, actor=neighbor.dispatcher, expected_version=None, outcome="declined", at=NOON)


def test_of_two_desks_that_answer_for_the_same_call_one_wins(district: District) -> None:
    made = called(district)
    handoffs.connect(made, actor=district.dispatcher, expected_version=1, at=LATER)
    with pytest.raises(Conflict):
        handoffs.fail(made, actor=district.supervisor, expected_version=1, outcome="no_answer", at=LATER)


def test_clocks_see_the_open_ones_of_every_agency(district: District, neighbor: District) -> None:
    mine, theirs = called(district), called(neighbor)
    handoffs.fail(called(district, "counselor"), **by(district, outcome="declined"))
    assert set(selector.open_ones()) == {mine, theirs}
    assert list(selector.open_ones(neighbor.campus.agency_id)) == [theirs]
    assert selector.open_on_board(neighbor.dispatcher)[0].incident == theirs.incident_id


@pytest.mark.parametrize("size", [1, 12])
def test_the_board_reads_them_in_one_statement(size: int, district: District, django_assert_num_queries: Any) -> None:
    for _number in range(size):
        called(district)
    with django_assert_num_queries(1):
        assert len(selector.open_on_board(district.dispatcher)) == size
