"""A form, a request body and a service name the same things."""

import inspect

import pytest

from core.web.doors import Door
from officers.doors.training import BOOKING_MOVES, DOORS
from officers.workflow import BOOKING

NOT_TYPED = {"actor", "at"}


def taken(door: Door) -> set[str]:
    """What the service takes by keyword."""
    parameters = inspect.signature(door[0]).parameters.values()
    names = {each.name for each in parameters if each.kind is inspect.Parameter.KEYWORD_ONLY}
    return {"version" if name == "expected_version" else name for name in names} - NOT_TYPED


@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door[0].__module__}.{door[0].__name__}")
def test_form_body_and_service_agree(door: Door) -> None:
    _service, form, body = door
    assert set(form.base_fields) == set(body._declared_fields) == taken(door)


def test_every_move_of_a_seat_has_a_door() -> None:
    assert set(BOOKING_MOVES) == set(BOOKING.by_name)
