"""The assessment: every answer is kept, and the priority follows from them."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actors import Actor
from core.errors import BrokenRule
from core.moves import advance
from incidents.models import Answer, Incident, PriorityChange
from incidents.priorities import closed, judge
from incidents.script import BY_KEY, UNKNOWN, VERSION


def assess(
    incident: Incident,
    *,
    actor: Actor,
    expected_version: int | None,
    answers: Mapping[str, str],
    at: datetime | None = None,
) -> Incident:
    """Close the script with these answers; raising is automatic, and nothing here lowers below a floor."""
    moment = at or clock.now()
    _check(answers)
    whole = closed(answers)
    verdict = judge(incident.nature, whole)
    move = "triage" if incident.status == "received" else "reassess"
    with transaction.atomic():
        moved = advance(
            incident,
            move,
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts={"priority": verdict.priority, "rules": verdict.rules, "cit_required": bool(verdict.triggers)},
            priority=verdict.priority,
            cit_required=bool(verdict.triggers),
            cit_triggers=list(verdict.triggers),
        )
        Answer.objects.bulk_create(_rows(moved, whole, actor, moment))
        if verdict.priority != incident.priority:
            PriorityChange.objects.create(
                agency_id=moved.agency_id,
                incident=moved,
                old=incident.priority,
                new=verdict.priority,
                rules=list(verdict.rules),
                by_id=actor.person,
                at=moment,
            )
    return moved


def _check(answers: Mapping[str, str]) -> None:
    wrong = {
        key: _("Choose one of the answers offered.")
        for key, value in answers.items()
        if key not in BY_KEY or value not in (*BY_KEY[key].answers, UNKNOWN)
    }
    if wrong:
        raise BrokenRule(_("An answer is not one of those offered."), fields=wrong)


def _rows(incident: Incident, answers: Mapping[str, str], actor: Actor, at: datetime) -> list[Answer]:
    return [
        Answer(
            agency_id=incident.agency_id,
            incident=incident,
            question=key,
            value=value,
            by_id=actor.person,
            at=at,
            script_version=VERSION,
        )
        for key, value in answers.items()
    ]
