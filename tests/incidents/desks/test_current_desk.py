"""Where a person sits, and that a new incident belongs to that desk."""

from incidents.models import Desk, DeskTurn
from incidents.selectors import desks
from tests.cast import NOON, District, log_call


def test_whoever_has_signed_on_sits_at_that_desk_and_nobody_else_does(
    district: District, desk: Desk, turn: DeskTurn
) -> None:
    assert desks.current_desk(district.dispatcher) == desk
    assert desks.current_desk(district.supervisor) is None


def test_nobody_sits_at_a_desk_after_the_turn_has_ended(district: District, desk: Desk, turn: DeskTurn) -> None:
    turn.ended_at = NOON
    turn.save()
    assert desks.current_desk(district.dispatcher) is None


def test_a_new_incident_belongs_to_the_desk_of_who_logs_it(district: District, desk: Desk, turn: DeskTurn) -> None:
    assert log_call(district).incident.desk == desk


def test_without_a_desk_a_call_is_logged_all_the_same(district: District) -> None:
    assert log_call(district).incident.desk is None
