"""Which script is asked, which one an answer belongs to, and the versions an agency has."""

from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID

from incidents import scripting
from incidents.console_vocabulary import ScriptState
from incidents.models import Answer, Script
from incidents.scripting import content

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
