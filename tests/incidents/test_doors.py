"""A form, a request body and a service name the same things, and every move has a door."""

import inspect
from typing import get_args, get_type_hints

import pytest

from core.web.doors import Door, Service
from incidents.doors import ASSIGNMENT_MOVES, DOORS, INCIDENT_MOVES, RECORD_MOVES
from incidents.workflow import ASSIGNMENT, INCIDENT, RECORD

NOT_TYPED = {"actor", "at"}
BY_OTHER_NAMES = {"triage", "reassess", "dispatch", "reinforce", "revise", "prioritize"}
# Two ends of one act: which of them it is follows from the incident that was merged.
BY_OTHER_NAMES |= {"split", "unmerge"}
# Taken back by the command line and the tablet within a minute; no form of their own.
BY_OTHER_NAMES |= {"recall", "resume", "unclose", "unstart", "unarrive", "unclear"}


def taken(service: Service) -> set[str]:
    """The keywords of a service; `**answers` stands for the keys of its type."""
    names: set[str] = set()
    for name, parameter in inspect.signature(service).parameters.items():
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            (answers,) = get_args(get_type_hints(service)[name])
            names |= set(get_type_hints(answers))
        elif parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            names.add("version" if name == "expected_version" else name)
    return names - NOT_TYPED


@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door[0].__module__}.{door[0].__name__}")
def test_form_body_and_service_agree(door: Door) -> None:
    service, form, body = door
    first = next(iter(inspect.signature(service).parameters))
    assert set(form.base_fields) == set(body._declared_fields)
    assert set(form.base_fields) - {first} == taken(service)


def test_every_move_has_a_door() -> None:
    assert set(INCIDENT_MOVES) | BY_OTHER_NAMES >= set(INCIDENT.by_name)
    assert set(ASSIGNMENT_MOVES) | BY_OTHER_NAMES >= set(ASSIGNMENT.by_name)
    assert set(RECORD_MOVES) | BY_OTHER_NAMES >= set(RECORD.by_name)
