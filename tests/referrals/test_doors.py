"""A form, a request body and a service name the same things."""

import inspect

import pytest
from django import forms
from rest_framework import serializers

from referrals.doors import DOORS, MOVES, Door
from referrals.workflow import REFERRAL

NOT_TYPED = {"actor", "at"}


def typed(form: type[forms.Form]) -> set[str]:
    """The names a form takes."""
    return set(form.base_fields)


def sent(body: type[serializers.Serializer[object]]) -> set[str]:
    """The names a request body takes."""
    return set(body._declared_fields)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door[0].__name__)
def test_form_body_and_service_agree(door: Door) -> None:
    service, form, body = door
    taken = {
        "version" if name == "expected_version" else name for name in list(inspect.signature(service).parameters)[1:]
    }
    assert typed(form) == sent(body) == taken - NOT_TYPED


def test_every_move_has_a_door() -> None:
    assert set(MOVES) | {"log_contact", "start"} == set(REFERRAL.by_name)
