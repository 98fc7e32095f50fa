"""Every event type of the program: its sentence uses facts that it declares, and no fact is a place for free text."""

import re

import pytest
from django.utils.translation import override

from core.events import EVENT_TYPES
from core.outbox import _CONSUMERS
from core.permissions import RULES
from core.workflow import WORKFLOWS

USED = re.compile(r"%\((\w+)\)")
# What people type, and what names them: it lives with its own row, and never in the ledger.
FREE_TEXT = {"note", "name", "narrative", "said", "comment", "text", "message", "email", "callback", "caller", "grade"}
TYPES = sorted(EVENT_TYPES)


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_sentence_uses_only_facts_that_its_type_declares(name: str, language: str) -> None:
    kind = EVENT_TYPES[name]
    with override(language):
        sentence = str(kind.sentence)
        assert set(USED.findall(sentence)) <= kind.facts
        assert sentence % dict.fromkeys(kind.facts, "x")


@pytest.mark.parametrize("name", TYPES)
def test_no_fact_is_a_place_for_what_people_type(name: str) -> None:
    kind = EVENT_TYPES[name]
    assert not kind.facts & FREE_TEXT
    assert kind.personal <= kind.facts
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", name)


def test_whoever_listens_listens_to_something_that_can_happen() -> None:
    assert set(_CONSUMERS) <= set(EVENT_TYPES)


def test_every_move_of_every_workflow_can_be_allowed_and_can_be_recorded() -> None:
    for flow in WORKFLOWS.values():
        assert {flow.permission(move.name) for move in flow.moves} <= set(RULES), flow.noun
        assert {flow.event(move.name) for move in flow.moves} <= set(EVENT_TYPES), flow.noun
