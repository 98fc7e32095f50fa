"""Which script is asked, which one an answer belongs to, and the versions an agency has."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import NotFound
from core.permissions import fetch, fetch_for, require, visible
from incidents import scripting
from incidents.console_vocabulary import ScriptState
from incidents.models import Answer, Script
from incidents.scripting import content
from officers.models import Agency

SHOWN = 50
FROZEN = (ScriptState.APPROVED.value, ScriptState.ACTIVE.value, ScriptState.RETIRED.value)


def active(agency_id: UUID) -> scripting.Script:
    """The version that is asked now; the standard one while the agency has put none in use."""
    rows = Script.objects.filter(agency_id=agency_id, status=ScriptState.ACTIVE)
    number = rows.values_list("number", flat=True).first()
    return scripting.STANDARD if number is None else version(agency_id, number)


def version(agency_id: UUID, number: int) -> scripting.Script:
    """The version that an answer was given to: its words for ever."""
    return scripting.STANDARD if number == scripting.STANDARD.version else _frozen(agency_id, number)


def of_answers(agency_id: UUID, answers: Iterable[Answer]) -> scripting.Script:
    """The version of the latest assessment; where nothing was asked yet, the one that would be asked now."""
    latest = max(answers, key=lambda answer: (answer.at, answer.script_version), default=None)
    return active(agency_id) if latest is None else version(agency_id, latest.script_version)


@lru_cache(maxsize=64)
def _frozen(agency_id: UUID, number: int) -> scripting.Script:
    """Read once for each process: an approved version never changes."""
    row = Script.objects.filter(agency_id=agency_id, number=number, status__in=FROZEN).get()
    return content.read(row.content, number)


def _rows() -> QuerySet[Script]:
    return Script.objects.select_related("written_by", "approved_by")


def require_read(actor: Actor) -> None:
    """Refuse whoever has nothing to do with the script."""
    require(actor, "script.read")


def versions(actor: Actor) -> list[Script]:
    """The versions of the agency, the latest first."""
    require_read(actor)
    return list(visible(_rows(), actor).order_by("-number")[:SHOWN])


def one(actor: Actor, pk: object) -> Script:
    """A version that exists for this actor."""
    return fetch(_rows(), actor, pk)


def to_try(actor: Actor, pk: object, name: str) -> Script:
    """The version of a sent form: the permission is asked before the input."""
    return fetch_for(_rows(), actor, pk, Script.workflow.permission(name))


def question_of(row: Script, key: str) -> Mapping[str, Any]:
    """One question of a version."""
    found = next((item for item in row.content["questions"] if item["key"] == key), None)
    if found is None:
        raise NotFound(_("There is no such question."))
    return cast(Mapping[str, Any], found)


def agency(actor: Actor) -> Agency:
    """The agency whose script the actor may write."""
    require(actor, "script.write")
    return Agency.objects.get(pk=actor.agency_id)
