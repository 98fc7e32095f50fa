"""What a form is filled with before anybody types: the record, its incident and its people, in the form's language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone, translation

from incidents.encounter.rows import rows_of
from incidents.law_vocabulary import Party
from incidents.models import DeescalationRecord, Duty, DutyAttempt
from incidents.record_vocabulary import (
    Behavior,
    Grade,
    Means,
    Outcome,
    RecordNature,
    RestraintKind,
    Technique,
    ThreatTarget,
)
from incidents.selectors.duty_facts import times_of
from officers.models import Officer


def prefilled(duty: Duty, content: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The answers that the record gives already."""
    with translation.override(language):
        known = _known(duty)
    asked = {each["key"]: each.get("prefill", "") for each in content["fields"]}
    return {key: known[name] for key, name in asked.items() if known.get(name)}


def _known(duty: Duty) -> dict[str, Any]:
    record, subject = duty.record, duty.subject
    return {
        "person_name": subject.name,
        "born": _born(duty),
        "grade": _label(Grade, subject.grade),
        "campus_name": duty.incident.campus.name,
        "place": _place(duty),
        "agency_name": duty.agency.name,
        "occurred_at": _moment(duty, times_of(record)["occurred_at"] or duty.incident.first_on_scene_at),
        "nature_words": _labels(RecordNature, record.nature),
        "behavior_words": _labels(Behavior, record.all_behaviors),
        "techniques_words": _labels(Technique, _used(record)),
        "outcome_words": _labels(Outcome, record.all_outcomes),
        **_officer(record),
        **_told(duty),
        **_restraint(duty),
        "facility": next((row.facility for row in rows_of(record, "transports") if row.facility), ""),
        "target_words": _label(ThreatTarget, record.threat_target_kind),
        "means_words": record.threat_means or _labels(Means, record.means_access),
    }


def _officer(record: DeescalationRecord) -> dict[str, Any]:
    row = Officer.objects.filter(user=record.author_id).first()
    return {"author_name": record.author.name, "author_badge": row.badge if row else ""}


def _told(duty: Duty) -> dict[str, Any]:
    """Who was told for any duty of the same person, with the time."""
    rows = list(DutyAttempt.objects.filter(duty__subject=duty.subject_id).select_related("by")[:50])
    parents = [row for row in rows if row.party == Party.PARENT]
    official = next((row.reached_at for row in rows if row.party == Party.SUPERINTENDENT and row.reached_at), None)
    lines = [
        f"{_shown(duty, row.attempted_at)} {row.get_method_display()}: {row.get_outcome_display()} ({row.by.name})"
        for row in parents
    ]
    return {"parent_attempts": "\n".join(lines), "official_told_at": _moment(duty, official)}


def _restraint(duty: Duty) -> dict[str, Any]:
    """The first restraint of the record, where it has rows of them."""
    row = next(iter(rows_of(duty.record, "restraints")), None)
    if row is None:
        return {"restrained": "yes" if duty.record.restraint_used else "no"}
    return {
        "restrained": "yes",
        "restraint_by": row.applied_by or duty.record.author.name,
        "restraint_start": _moment(duty, row.start),
        "restraint_end": _moment(duty, row.end),
        "restraint_type": ": ".join(filter(None, (_label(RestraintKind, row.type), row.nature))),
        "restraint_place": row.location or _place(duty),
        "tried_words": row.deescalation_tried or _labels(Technique, _used(duty.record)),
        "activity_before": row.activity_before,
        "prompting_behavior": row.prompting_behavior,
    }


def _used(record: DeescalationRecord) -> list[str]:
    return [row.technique for row in rows_of(record, "techniques")]


def _born(duty: Duty) -> str:
    birth, age = duty.subject.birth_date, duty.record.age_estimate or duty.subject.age_estimate
    return str(birth) if birth else (str(age) if age else "")


def _place(duty: Duty) -> str:
    incident = duty.incident
    room = f"{incident.building.name} {incident.room.name}" if incident.room and incident.building else ""
    return ", ".join(filter(None, (incident.campus.name, room, incident.place_text)))


def _label(choices: Any, value: str) -> str:
    return str(dict(choices.choices).get(value, value)) if value else ""


def _labels(choices: Any, values: Any) -> str:
    slugs = [getattr(value, "slug", value) for value in (values or ())]
    return ", ".join(_label(choices, str(slug)) for slug in slugs if slug)


def _moment(duty: Duty, at: datetime | None) -> str:
    return at.astimezone(duty.agency.zone).isoformat(timespec="minutes") if at else ""


def _shown(duty: Duty, at: datetime) -> str:
    return timezone.localtime(at, duty.agency.zone).strftime("%Y-%m-%d %H:%M")
