"""Parts of one incident's page as plain values: its people and plans, what is dangerous, its calls."""

from collections.abc import Iterable
from typing import Any

from incidents import wording
from incidents.models import Answer, Call, Subject
from incidents.record_vocabulary import Grade, PersonRole
from incidents.scripting import Script
from incidents.selectors.incidents import Case
from incidents.selectors.plans_of_care import key_of

# What is said of a danger before anything else: weapons, then injuries.
DANGERS = ("q04", "q03")


def people(case: Case, *, named: bool) -> list[dict[str, Any]]:
    """Everyone it is about. A name is here only where it was asked for."""
    return [_person(one, case, named) for one in case.people]


def _person(one: Subject, case: Case, named: bool) -> dict[str, Any]:
    words = [PersonRole(one.role).label if one.role in PersonRole.values else one.role]
    if one.grade in Grade.values:
        words.append(Grade(one.grade).label)
    return {
        "who": ", ".join(str(word) for word in words),
        "key": one.pk,
        "is_known": one.person_id is not None,
        "contacts": case.contacts.get(one.pk),
        "description": one.description,
        "name": one.name if named else "",
        "number": one.student_number if named else "",
        "plan": case.guidance.get(key_of(one)),
    }


def dangers(case: Case) -> list[str]:
    """Weapons and injuries that somebody told of, or could not exclude, whichever call it was."""
    found: list[str] = []
    for question in DANGERS:
        told = [row for row in (*case.answers, *case.beside) if row.question == question]
        words = [_said(row, case.script) for row in told if _alarms(row, case.script)]
        found += dict.fromkeys(f"{wording.topic(question, case.script)}: {word}" for word in words)
    return found


def answers(rows: Iterable[Answer], script: Script) -> list[tuple[str, str, bool]]:
    """Topic, words, and whether it is a warning."""
    return [(str(wording.topic(row.question, script)), _said(row, script), _alarms(row, script)) for row in rows]


def versions(rows: Iterable[Answer]) -> list[int]:
    """The versions of the script that were asked."""
    return sorted({row.script_version for row in rows})


def calls(case: Case) -> list[dict[str, Any]]:
    """Each call, with what was answered in it and where it stood before it came here."""
    several = len(case.calls) > 1
    return [_call(call, case, several) for call in case.calls]


def _call(call: Call, case: Case, several: bool) -> dict[str, Any]:
    merged = call.incident_id != case.incident.pk
    own = [row for row in case.beside if row.call_id == call.pk or (merged and row.incident_id == call.incident_id)]
    return {
        "call": call,
        "from_incident": call.incident.number if merged else "",
        "answers": answers(own, case.script),
        "can_leave": several or merged,
    }


def _said(row: Answer, script: Script) -> str:
    return str(wording.answer(row.question, row.value, script))


def _alarms(row: Answer, script: Script) -> bool:
    return wording.is_alarming(row.question, row.value, script)
