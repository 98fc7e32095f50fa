"""A record in words for whoever reads it: its sections, its officers with what they were that day, its changes."""

from collections.abc import Iterable
from typing import Any

from core.actors import Actor
from core.permissions import may
from incidents.encounter import BY_KEY, FIELDS, SECTIONS, facts_of, needs_chief, needs_force_review
from incidents.models import DeescalationRecord, RecordAmendment, Subject
from incidents.record_vocabulary import Grade, PersonRole
from incidents.selectors.record_reading import Reading
from incidents.views.record_words import in_words, of_section
from incidents.views.records_ways import ways

DAY = 24 * 3600


def person(subject: Subject) -> str:
    """Who it is about, without a name."""
    words = [str(PersonRole(subject.role).label)] if subject.role in PersonRole.values else [subject.role]
    if subject.grade in Grade.values:
        words.append(str(Grade(subject.grade).label))
    return ", ".join(words)


def page(
    record: DeescalationRecord, reading: Reading, amendments: list[RecordAmendment], actor: Actor
) -> dict[str, Any]:
    """Everything that the officer wrote."""
    facts = reading.facts
    force = needs_force_review(facts)
    found = sections(record, amendments)
    if force:
        found.sort(key=lambda section: section["key"] != "force")
    mine = next((row for row in reading.officers if row.officer.user_id == actor.id), None)
    return {
        "about": person(record.subject),
        "sections": found,
        "officers": reading.officers,
        "times": reading.times,
        "ways": ways(facts) if facts.get("offense_alleged") else [],
        "gaps": reading.gaps(),
        "force_first": force,
        "chief": needs_chief(facts),
        "amendments": [_amendment(row, actor) for row in amendments],
        "may_confirm": mine is not None and mine.confirmed_at is None and record.author_id != actor.id,
    }


def sections(record: DeescalationRecord, amendments: Iterable[RecordAmendment] = ()) -> list[dict[str, Any]]:
    """Every section that says something, in the order in which it was asked."""
    changed = {row.section for row in amendments if row.status == "accepted"}
    every = [
        {"key": one.key, "title": one.title, "rows": of_section(one, record), "amended": one.key in changed}
        for one in SECTIONS
    ]
    return [section for section in every if section["rows"]]


def waiting(records: Iterable[DeescalationRecord]) -> list[dict[str, Any]]:
    """What waits for a reviewer, with what makes it urgent."""
    found = []
    for record in records:
        facts = facts_of(record)
        found.append(
            {
                "record": record,
                "about": person(record.subject),
                "force": needs_force_review(facts),
                "chief": needs_chief(facts),
                "young": facts["grade_rule"],
                "limit": DAY,
            }
        )
    return found


def _amendment(row: RecordAmendment, actor: Actor) -> dict[str, Any]:
    return {
        "row": row,
        "section": BY_KEY[row.section].title if row.section in BY_KEY else row.section,
        "changes": [
            {
                "label": FIELDS[name].label,
                "old": in_words(FIELDS[name], row.old.get(name)),
                "new": in_words(FIELDS[name], new),
            }
            for name, new in row.new.items()
            if name in FIELDS
        ],
        "may_decide": row.status == "proposed" and row.by_id != actor.id and may(actor, "amendment.accept", row),
    }
