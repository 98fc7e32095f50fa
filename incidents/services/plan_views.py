"""Who has looked at a plan: kept with the reason before anything is shown, in the ledger as well."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import may, require
from incidents.care_vocabulary import STATED, ViewReason, ViewWay
from incidents.models import Incident, PlanView, ResponsePlan
from incidents.people_vocabulary import Act
from incidents.permissions.people import is_juvenile
from incidents.selectors import plans_kept
from incidents.services import people_access

# One look: turning pages and coming back within this time is still the same.
ONE_LOOK = timedelta(minutes=15)


def open_plan(
    plan: ResponsePlan, *, actor: Actor, reason: str, words: str = "", at: datetime | None = None
) -> PlanView:
    """Say why, and read it whole for a quarter of an hour."""
    require(actor, permission(plan), plan)
    if reason not in dict(STATED):
        raise BrokenRule(_("Say why you open it."), fields={"reason": _("Choose one of the list.")})
    if reason == ViewReason.OTHER and not words.strip():
        said = _("Say it in words.")
        raise BrokenRule(said, fields={"words": said})
    return keep(plan, actor=actor, reason=reason, words=words, at=at)


def permission(plan: ResponsePlan) -> str:
    """Whose plan is read decides which rule is asked; a person whom nobody knows counts as a child."""
    grown = plan.person is not None and not is_juvenile(plan.person)
    return "response_plan.view" if grown else "response_plan.view_juvenile"


def opened(plan: ResponsePlan, *, actor: Actor, at: datetime | None = None) -> bool:
    """Whether the actor may read on: a look is open, or one needs no words, which is kept now."""
    moment = at or clock.now()
    if not may(actor, permission(plan), plan):
        return False
    if look(plan, actor, moment) is not None:
        return True
    if plan.status == "draft" and plan.written_by_id == actor.id:
        keep(plan, actor=actor, reason=ViewReason.WRITING, at=moment)
        return True
    sent_to = plans_kept.incident_of(plan, actor)
    if sent_to is None:
        return False
    keep(plan, actor=actor, reason=ViewReason.INCIDENT, incident=sent_to, at=moment)
    return True


def look(plan: ResponsePlan, actor: Actor, at: datetime) -> PlanView | None:
    """The look of this reader that is open now."""
    rows = PlanView.objects.filter(plan=plan, by=actor.id, way=ViewWay.WHOLE, at__gt=at - ONE_LOOK, at__lte=at)
    return rows.order_by("-at").first()


def keep(
    plan: ResponsePlan,
    *,
    actor: Actor,
    reason: str,
    way: str = ViewWay.WHOLE,
    words: str = "",
    incident: Incident | None = None,
    at: datetime | None = None,
) -> PlanView:
    """One row and one event for what is shown next."""
    moment = at or clock.now()
    with transaction.atomic():
        row = PlanView.objects.create(
            agency_id=plan.agency_id,
            plan=plan,
            by_id=actor.person,
            at=moment,
            way=way,
            reason=reason,
            words=words,
            incident=incident,
        )
        facts = {"number": plan.number, "way": way, "reason": reason, "incident": incident.pk if incident else None}
        ledger.announce("response_plan.viewed", record=plan, actor=actor, at=moment, facts=facts)
        note_person(plan, actor=actor, incident=incident, reason=str(row.get_reason_display()), at=moment)
    return row


def note_person(plan: ResponsePlan, *, actor: Actor, incident: Incident | None, reason: str, at: datetime) -> None:
    """The look stands in the stream of looks at people too, apart for children."""
    if plan.person_id is not None:
        people_access.note([plan.person_id], actor=actor, act=Act.READ, incident=incident, reason=reason, at=at)


def shown_with(incident: Incident, plans: Iterable[UUID], *, actor: Actor, at: datetime | None = None) -> None:
    """These plans are read with the incident: kept once for each reader, however often the page is drawn."""
    wanted = set(plans)
    if not wanted or actor.id is None:
        return
    mine = PlanView.objects.filter(by=actor.id, incident=incident, way=ViewWay.SUMMARY, plan__in=wanted)
    unsaid = wanted - set(mine.values_list("plan", flat=True))
    for plan in ResponsePlan.objects.filter(agency_id=incident.agency_id, pk__in=unsaid) if unsaid else ():
        _keep_once(plan, incident, actor, at or clock.now())


def _keep_once(plan: ResponsePlan, incident: Incident, actor: Actor, at: datetime) -> None:
    row = PlanView(
        agency_id=plan.agency_id,
        plan=plan,
        by_id=actor.person,
        at=at,
        way=ViewWay.SUMMARY,
        reason=ViewReason.INCIDENT,
        incident=incident,
    )
    with transaction.atomic():
        PlanView.objects.bulk_create([row], ignore_conflicts=True)
        # Of two screens at once the database keeps the first.
        if PlanView.objects.filter(pk=row.pk).exists():
            facts = {"number": plan.number, "way": row.way, "reason": row.reason, "incident": incident.pk}
            ledger.announce("response_plan.viewed", record=plan, actor=actor, at=at, facts=facts)
