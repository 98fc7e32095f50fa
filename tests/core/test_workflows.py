"""Every state, move and role of every workflow: allowed exactly where the tables say."""

from itertools import product

import pytest

from core.actors import SYSTEM
from core.events import EVENT_TYPES
from core.permissions import RULES
from core.workflow import WORKFLOWS, Move
from officers.roles import Role

TRIPLES = [
    pytest.param(flow, state, move, id=f"{flow.noun}-{state}-{move.name}")
    for flow in WORKFLOWS.values()
    for state, move in product(flow.states.values, flow.moves)
]


@pytest.mark.parametrize("noun", ["incident", "assignment", "record", "referral"])
def test_every_move_has_a_permission_an_event_and_real_states(noun: str) -> None:
    flow = WORKFLOWS[noun]
    for move in flow.moves:
        assert flow.permission(move.name) in RULES
        assert flow.event(move.name) in EVENT_TYPES
        assert {*move.sources, move.target or flow.initial} <= set(flow.states.values)


def test_every_state_can_be_reached() -> None:
    for flow in WORKFLOWS.values():
        assert {flow.initial, *flow.also_initial, *(m.target for m in flow.moves if m.target)} == set(
            flow.states.values
        )


def test_no_rule_names_a_role_that_does_not_exist() -> None:
    named = {role for grants in RULES.values() for grant in grants for role in grant.roles}
    # Scheduled work acts for the agency, in the role that nobody signs in with.
    assert named <= {*Role.values, SYSTEM}


@pytest.mark.parametrize(("flow", "state", "move"), TRIPLES)
def test_a_move_is_open_only_from_its_sources(flow: object, state: str, move: Move) -> None:
    opened = {m.name for m in WORKFLOWS[flow.noun].open_moves(state)}
    assert (move.name in opened) == (state in move.sources)
