"""The cast, and a version of the script on its way, for the tests of this folder."""

from collections.abc import Callable
from typing import Any

import pytest

from incidents.models import Script
from incidents.scripting import STANDARD
from incidents.scripting.content import write
from incidents.services import scripts
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import NOON, District, district, neighbor, person

__all__ = ["begun", "content", "district", "in_use", "neighbor", "question"]


@pytest.fixture
def content() -> dict[str, Any]:
    """The standard as content, to be changed."""
    return write(STANDARD)


def question(content: dict[str, Any], key: str) -> dict[str, Any]:
    """One question of it."""
    found: dict[str, Any] = next(item for item in content["questions"] if item["key"] == key)
    return found


def begun(district: District, content: dict[str, Any] | None = None) -> Script:
    """A draft of the supervisor, with this content."""
    draft = scripts.write(district.campus.agency, actor=district.supervisor, title="Winter", at=NOON)
    if content is None:
        return draft
    return scripts.revise(
        draft, actor=district.supervisor, expected_version=None, title="Winter", content=content, at=NOON
    )


@pytest.fixture
def in_use(district: District) -> Callable[[dict[str, Any]], Script]:
    """Puts content in use: tried, approved by another supervisor, activated."""
    other = actor_of(person(district.campus.agency, "Quartz", Role.SUPERVISOR))

    def put(content: dict[str, Any]) -> Script:
        row = begun(district, content)
        for step in (scripts.try_out, scripts.approve, scripts.activate):
            row = step(row, actor=other, expected_version=None, at=NOON)
        return row

    return put
