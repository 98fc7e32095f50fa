"""Cases made by hand, so that every figure can be counted on fingers."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from core.actors import Actor
from incidents.models import DeescalationRecord, Incident
from incidents.services import assignments, records
from incidents.workflow import RecordState
from officers.models import Campus
from officers.roles import Role
from officers.selectors import actor_of
from referrals.models import ReferralTeam
from referrals.services import endings, referrals
from tests.cast import NOON, WHOLE, District, log_call, person

UNRESTRAINED = {"restraint_used": False}


def case(
    district: District,
    *,
    at: datetime = NOON,
    minutes: int = 4,
    cit: bool = True,
    nature: str = "suicidal_ideation",
    **answers: Any,
) -> DeescalationRecord:
    """A call, an officer on scene after so many minutes, and a filed record with these answers."""
    incident = log_call(district, nature=nature, at=at).incident
    officer = district.cit_officer if cit else district.other_officer
    me = district.officer(officer)
    sent = assignments.send(
        incident,
        actor=district.dispatcher,
        expected_version=None,
        officer=officer,
        cit_unavailable_reason="" if cit else "all_committed",
        at=at,
    )
    arrived = assignments.arrive(sent, actor=me, expected_version=None, at=at + timedelta(minutes=minutes))
    assignments.clear(arrived, actor=me, expected_version=None, at=at + timedelta(minutes=minutes + 30))
    record = records.begin(incident, actor=me, role="student", name="", grade="g10", at=at)
    record = records.save(record, actor=me, expected_version=None, at=at, **{**WHOLE, **UNRESTRAINED, **answers})
    return records.submit(record, actor=me, expected_version=None, at=at)


def unanswered(district: District, at: datetime = NOON) -> Incident:
    """A call nobody was sent to."""
    return log_call(district, at=at).incident


def approve(record: DeescalationRecord, district: District) -> None:
    """Reviewed by the supervisor."""
    records.approve(record, actor=district.supervisor, expected_version=None, at=NOON)
    record.refresh_from_db()
    assert record.status == RecordState.APPROVED


def followed(record: DeescalationRecord, team: ReferralTeam, counselor: Actor, ending: str, *, loop: bool) -> None:
    """A referral of the record, ended, and its loop closed or left open."""
    author = actor_of(record.author)
    sent = referrals.make(record, actor=author, client_key=uuid4(), team=team, urgency="urgent", at=NOON)
    referrals.acknowledge(sent, actor=counselor, expected_version=None, at=NOON)
    referrals.log_contact(
        sent, actor=counselor, channel="phone", contact_with="student", result="reached", note="", at=NOON
    )
    end = endings.fail if ending.startswith("declined") else endings.complete
    end(sent, actor=counselor, expected_version=None, outcome=ending, outcome_on=NOON.date(), at=NOON)
    if loop:
        endings.acknowledge_feedback(sent, actor=author, expected_version=None, at=NOON)
        agency = record.incident.campus.agency
        name = f"Juniper{record.incident.number}"
        director = actor_of(person(agency, name, Role.DIRECTOR))
        endings.record_next_step(sent, actor=director, expected_version=None, next_step="none", at=NOON)


def second_campus(district: District, code: str) -> Campus:
    """Another campus of the same agency."""
    return Campus.objects.create(agency=district.campus.agency, name=f"{code} Academy", code=code, kind="academy")
