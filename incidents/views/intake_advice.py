"""What the desk is told while a call is typed: where it is, what rings, how urgent it is, and who can go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.actors import Actor
from incidents import intake_script, intake_typed
from incidents.models import Draft
from incidents.nature_hints import Code, alarms, exact, suggest
from incidents.priorities import Verdict
from incidents.ranking import Recommendation
from incidents.scripting import Script, words
from incidents.selectors import intake as selector
from incidents.selectors.duplicates import likely
from incidents.selectors.intake_where import known
from incidents.shown import seal
from incidents.views import ranking
from incidents.views.duplicates import likely_rows
from officers.selectors.places import Place

# As many as there are keys for them.
OFFERED = 3


@dataclass(frozen=True, slots=True)
class Call:
    """A call being taken, with what is needed to say something about it."""

    actor: Actor
    draft: Draft | None
    typed: Mapping[str, Any]
    script: Script
    codes: Sequence[Code]
    at: datetime

    @property
    def answers(self) -> dict[str, str]:
        """What was answered so far."""
        return intake_script.answered(self.typed, self.script)


def advice(call: Call) -> dict[str, Any]:
    """Everything that is said beside the form."""
    place = known(call.actor, call.typed)
    nature = exact(str(call.typed.get("nature_text", "")), call.codes)
    verdict = intake_script.reading(nature.nature, call.answers, call.script) if nature else None
    return {
        "place": place,
        "nature": nature,
        "hints": [] if nature else _hints(call),
        "alarms": _alarms(call),
        "verdict": words.explain(verdict, call.script) if verdict else None,
        "likely": _likely(call, place, nature),
        **_units(call, place, nature, verdict),
    }


def nature_of(typed: Mapping[str, Any], codes: Sequence[Code]) -> str:
    """The nature that was typed as a code or by its name; empty when it is neither."""
    found = exact(str(typed.get("nature_text", "")), codes)
    return found.nature if found else str(typed.get("nature", ""))


def _hints(call: Call) -> list[dict[str, Any]]:
    """What the words of the nature point at, and those of the caller where the first say nothing."""
    texts = (str(call.typed.get("nature_text", "")), str(call.typed.get("said", "")))
    found = next((hints for text in texts if text and (hints := suggest(text, call.codes))), [])
    return [{"code": hint.code, "why": ", ".join(each.rstrip("*") for each in hint.found)} for hint in found]


def _alarms(call: Call) -> list[dict[str, Any]]:
    """Weapon and medical, by an answer or by a word; the weapon first."""
    heard = f"{call.typed.get('nature_text', '')} . {call.typed.get('said', '')}"
    by_word = {str(alarm): found for alarm, found in alarms(heard, call.codes).items()}
    by_answer = intake_script.alarming(call.answers, call.script)
    rung = [name for name in ("weapon", "medical") if name in by_answer or name in by_word]
    return [{"name": name, "words": ", ".join(each.rstrip("*") for each in by_word.get(name, ()))} for name in rung]


def _likely(call: Call, place: Place | None, nature: Code | None) -> list[dict[str, Any]]:
    found = likely(
        call.actor,
        campus=place.campus if place else None,
        building=place.building if place else None,
        room=place.room if place else None,
        nature=nature.nature if nature else "",
        callback=str(call.typed.get("callback", "")),
        caller_name=str(call.typed.get("caller_name", "")),
        subjects=intake_typed.subjects(call.typed),
        at=call.at,
    )
    return likely_rows(found)


def _units(call: Call, place: Place | None, nature: Code | None, verdict: Verdict | None) -> dict[str, Any]:
    """Who can go, as soon as place and nature are known; the first is chosen until somebody chooses otherwise."""
    if place is None or nature is None or verdict is None:
        return {"units": None}
    language = str(call.typed.get("language_needed", ""))
    found = selector.recommendation(call.actor, place.campus, nature.nature, verdict, language, call.at)
    shown = ranking.shown(found, call.at.date())
    picked = _picked(call, found)
    units = [row | {"picked": str(row["unit"].key) in picked} for row in (*shown["units"], *shown["more"])]
    first = found.first
    return {
        "units": [row for row in units if row["rank"] <= OFFERED or row["picked"]],
        "others": [row for row in units if row["rank"] > OFFERED and not row["picked"]],
        "then": shown["advice"],
        "first": first.unit.key if first else "",
        "seal": seal(call.draft.client_key, found, call.at) if call.draft else "",
        "picked": ", ".join(row["unit"].call_sign for row in units if row["picked"]),
        "why_other": any(row["picked"] and row["rank"] > 1 for row in units) and not units[0]["picked"],
        "why_no_cit": any(one.rules[1] for one in found.ranked if str(one.unit.key) in picked),
    }


def _picked(call: Call, found: Recommendation) -> set[str]:
    free = {str(one.unit.key) for one in found.ranked}
    chosen = free & {str(key) for key in call.typed.get("officers", ())}
    if chosen or found.first is None:
        return chosen
    return {str(found.first.unit.key)}
