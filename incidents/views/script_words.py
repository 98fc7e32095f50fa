"""A dry run in words."""

from typing import Any

from incidents.models import Script
from incidents.priorities import Verdict
from incidents.scripting import TRIGGERS, Helper, content, words
from incidents.scripting.dryrun import Difference
from incidents.scripting.parts import Script as Version
from incidents.selectors import scripts
from incidents.selectors.script_trials import Trial
from incidents.vocabulary import Nature

SHOWN = 100


def told(found: Trial, row: Script) -> dict[str, Any]:
    """What the page of a dry run says."""
    old, new = scripts.active(row.agency_id), content.read(row.content, row.number)
    return {
        "trial": found,
        "real": [_told(each, old, new) for each in found.real[:SHOWN]],
        "fixed": [_told(each, old, new) for each in found.fixed[:SHOWN]],
        "same": found.cases - len(found.changed),
    }


def _told(row: Difference, old: Version, new: Version) -> dict[str, Any]:
    before, after = _people(row.before), _people(row.after)
    return {
        "name": row.case.name,
        "nature": Nature(row.case.nature).label,
        "answers": [
            f"{words.topic(key, old)}: {words.answer(key, value, old)}"
            for key, value in row.case.answers.items()
            if words.is_alarming(key, value, old) or key in row.lost
        ],
        "before": row.before.priority,
        "after": row.after.priority,
        "gone": [label for label in before if label not in after],
        "new": [label for label in after if label not in before],
        "lost": [words.topic(key, old) for key in row.lost],
    }


def _people(verdict: Verdict) -> list[str]:
    """Who comes and why a CIT officer is needed, in words."""
    helpers = [str(Helper(who.slug).label) for who in verdict.responders]
    return [*helpers, *(str(TRIGGERS[name]) for name in verdict.triggers)]
