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
from incidents.priorities import Verdict, closed, judge
from incidents.scripting import Script
from incidents.scripting.parts import BY_HAND, NOTE
from incidents.scripting.reading import is_offered
from incidents.selectors import scripts
from incidents.selectors.priorities_set import by_hand
from incidents.services import priorities_set


def assess(
    incident: Incident,
    *,
    actor: Actor,
    expected_version: int | None,
    answers: Mapping[str, str],
    lower: str = "",
    at: datetime | None = None,
) -> Incident:
    """Close the script with these answers. What somebody set by hand is lowered only for the reason in `lower`."""
    moment = at or clock.now()
    script = scripts.active(incident.agency_id)
    _check(answers, script)
    whole = closed(answers, script)
    verdict = judge(incident.nature, whole, script)
    with transaction.atomic():
        moved = _move(incident, verdict, actor, expected_version, moment)
        Answer.objects.bulk_create(_rows(moved, whole, script.version, actor, moment))
        if lower and verdict.priority > moved.priority:
            moved = priorities_set.prioritize(
                moved, actor=actor, expected_version=None, priority=verdict.priority, reason=lower, at=moment
            )
    return moved


def _move(incident: Incident, verdict: Verdict, actor: Actor, expected_version: int | None, at: datetime) -> Incident:
    was = incident.priority
    priority = min(was, verdict.priority) if by_hand(incident) else verdict.priority
    triggers = [*verdict.triggers, *(name for name in incident.cit_triggers if name in BY_HAND)]
    moved = advance(
        incident,
        "triage" if incident.status == "received" else "reassess",
        actor=actor,
        expected_version=expected_version,
        at=at,
        facts={"priority": priority, "rules": verdict.rules, "cit_required": bool(triggers)},
        priority=priority,
        cit_required=bool(triggers),
        cit_triggers=triggers,
    )
    if priority != was:
        PriorityChange.objects.create(
            agency_id=moved.agency_id,
            incident=moved,
            old=was,
            new=priority,
            rules=list(verdict.rules),
            by_id=actor.person,
            at=at,
        )
    return moved


def _check(answers: Mapping[str, str], script: Script) -> None:
    wrong = {
        key: _("Choose one of the answers offered.") for key, value in answers.items() if not _fits(key, value, script)
    }
    if wrong:
        raise BrokenRule(_("An answer is not one of those offered."), fields=wrong)


def _fits(key: str, value: str, script: Script) -> bool:
    question = script.by_key.get(key)
    return question is not None and question.kind != NOTE and is_offered(question, value)


def _rows(incident: Incident, answers: Mapping[str, str], version: int, actor: Actor, at: datetime) -> list[Answer]:
    return [
        Answer(
            agency_id=incident.agency_id,
            incident=incident,
            question=key,
            value=value,
            by_id=actor.person,
            at=at,
            script_version=version,
        )
        for key, value in answers.items()
    ]
