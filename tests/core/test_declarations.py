"""What the apps declare as data is declared once; a second time stops the start instead of winning silently."""

import pytest

from core import outbox, workflow
from core.errors import Undeclared
from core.outbox import consumers_of
from core.workflow import WORKFLOWS, Move, Workflow
from incidents.workflow import INCIDENT, IncidentState
from tests.core.effects import HAPPENED, Subscribe, ignore, subscribe

__all__ = ["subscribe"]
LIFT = Move("triage", "lifted", ("received",), "triaged", "Lift")


@pytest.fixture
def none_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No workflow is declared, for the length of one test."""
    monkeypatch.setattr(workflow, "WORKFLOWS", {})


def test_a_second_workflow_of_one_noun_is_refused_and_the_first_stands() -> None:
    with pytest.raises(Undeclared, match="incident"):
        Workflow("incident", IncidentState, "received", ())
    assert WORKFLOWS["incident"] is INCIDENT


@pytest.mark.usefixtures("none_yet")
def test_two_moves_of_one_name_are_refused() -> None:
    with pytest.raises(Undeclared, match="pebble"):
        Workflow("pebble", IncidentState, "received", (LIFT, LIFT))
    assert workflow.WORKFLOWS == {}


@pytest.mark.usefixtures("none_yet")
def test_permission_and_event_are_named_after_noun_and_move() -> None:
    flow = Workflow("pebble", IncidentState, "received", (LIFT,))
    assert (flow.permission("triage"), flow.event("triage")) == ("pebble.triage", "pebble.lifted")
    assert (flow.open_moves("received"), flow.open_moves("triaged")) == ((LIFT,), ())
    for ask in (flow.move, flow.event):
        with pytest.raises(Undeclared, match="pebble has no move drop"):
            ask("drop")


def test_a_second_consumer_of_one_name_is_refused_and_the_first_stands(subscribe: Subscribe) -> None:
    subscribe("tests.hear", ignore)
    with pytest.raises(Undeclared, match=r"tests\.hear"):
        subscribe("tests.hear", print, "paging")
    assert [(one.name, one.lane, one.handler) for one in consumers_of(HAPPENED)] == [("tests.hear", "jobs", ignore)]


def test_every_consumer_of_the_program_has_a_relay_that_pays_its_lane() -> None:
    lanes = {consumer.lane for consumer in outbox._BY_NAME.values()}
    assert lanes <= {"jobs", "paging"}
    assert lanes
