"""What a report can be referred with: the author's report, and the teams that could take it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Exists, OuterRef, QuerySet, Value, When

from core.actors import Actor
from core.permissions import fetch, require, visible
from incidents.models import DeescalationRecord
from referrals.models import Referral, ReferralTeam, TeamMember

EARLIER_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Referable:
    """A report to refer from: whether it is filed, the teams, and what was sent before."""

    record: DeescalationRecord
    filed: bool
    teams: QuerySet[ReferralTeam]
    earlier: list[Referral]


def referable(actor: Actor, pk: UUID) -> Referable:
    """The author's report, with the teams of its campus first."""
    related = DeescalationRecord.objects.select_related("agency", "incident__campus", "subject")
    record = fetch(related, actor, pk)
    require(actor, "referral.make", record)
    sent = Referral.objects.filter(case_id=record.case_id, author=actor.id)
    return Referable(
        record=record,
        filed=record.status not in ("draft", "returned"),
        teams=teams(actor, record.incident.campus_id),
        earlier=list(visible(sent, actor).order_by("requested_at")[:EARLIER_SHOWN]),
    )


def teams(actor: Actor, campus_id: Any) -> QuerySet[ReferralTeam]:
    """The teams that have people, those of the campus first."""
    members = TeamMember.objects.filter(team=OuterRef("pk"), active=True, user__is_active=True)
    here = Case(When(campus=campus_id, then=Value(True)), default=Value(False), output_field=BooleanField())
    return visible(ReferralTeam.objects.filter(Exists(members)), actor).order_by(here.desc(), "name")
