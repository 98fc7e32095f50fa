"""Calls that join an incident, and what is compared before and after."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from incidents.models import Answer, Call, Incident, Subject
from incidents.services import duplicates
from tests.cast import NOON, District

LATER = NOON + timedelta(minutes=5)
NOT_COMPARED = {"version", "_state"}


def told(**changes: Any) -> dict[str, Any]:
    """A second call as a dispatcher types it."""
    return {
        "client_key": uuid4(),
        "received_via": "radio",
        "caller_role": "nurse",
        "caller_name": "R. Nurse",
        "callback": "555-0102",
        "extension": "4204",
        "language_needed": "",
        "nature": "self_harm",
        "said": "A student in B-204 is hurting herself.",
        "answers": {},
        "subjects": [],
        **changes,
    }


def add(district: District, incident: Incident, **changes: Any) -> Call:
    """The second call logged onto the incident."""
    return duplicates.attach(incident, actor=district.dispatcher, at=LATER, **told(**changes))


def merge(district: District, incident: Incident, into: Incident, reason: str = "same_event") -> Incident:
    """One incident merged into another."""
    desk = {"actor": district.dispatcher, "expected_version": None, "at": LATER}
    return duplicates.merge(incident, into=into, merge_reason=reason, **desk)


def split(district: District, incident: Incident, call: Call, reason: str = "other_person") -> Incident:
    """A call split off the incident."""
    desk = {"actor": district.dispatcher, "expected_version": None, "at": LATER}
    return duplicates.split(incident, call=call, split_reason=reason, **desk)


def picture(*incidents: Incident) -> dict[UUID, Any]:
    """Everything that belongs to these incidents, as the tables hold it; only versions may differ."""
    return {one.pk: _of(one) for one in incidents}


def _of(incident: Incident) -> list[dict[str, Any]]:
    row = Incident.objects.get(pk=incident.pk)
    rows: list[Any] = [row, *Call.objects.filter(incident=row).order_by("number")]
    rows += [*Answer.objects.filter(incident=row).order_by("at", "question"), *Subject.objects.filter(incident=row)]
    return [{name: value for name, value in vars(one).items() if name not in NOT_COMPARED} for one in rows]
