"""A form, a request body and a service of shifts name the same things, and every move has a door."""

import inspect

import pytest

from core.web.doors import Door, Service
from officers.doors.shifts import COVER_MOVES, DOORS, LEAVE_MOVES, SHIFT_MOVES
from officers.workflow import COVER, LEAVE, SHIFT


def taken(service: Service) -> set[str]:
    """The keywords of a service that somebody types."""
    names = {
        "version" if name == "expected_version" else name
        for name, parameter in inspect.signature(service).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }
    return names - {"actor", "at"}


@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door[0].__module__}.{door[0].__name__}")
def test_form_body_and_service_agree(door: Door) -> None:
    service, form, body = door
    assert set(form.base_fields) == set(body._declared_fields) == taken(service)


def test_every_move_has_a_door() -> None:
    for moves, flow in ((SHIFT_MOVES, SHIFT), (COVER_MOVES, COVER), (LEAVE_MOVES, LEAVE)):
        assert set(moves) == set(flow.by_name)
