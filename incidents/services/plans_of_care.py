"""Response plans: written by one, approved by another, and over on their day. A change is a new version."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from incidents.models import ResponsePlan
from incidents.plain_text import readable
from officers.models import Agency

LONGEST = timedelta(days=366)


def write(
    student_number: str, *, actor: Actor, caution: str, helps: str, avoid: str, at: datetime | None = None
) -> ResponsePlan:
    """The next version for this student; responders read it once somebody else has approved it."""
    require(actor, "response_plan.write")
    readable(helps, "helps")
    for field, text in (("caution", caution), ("avoid", avoid)):
        if text:
            readable(text, field)
    with transaction.atomic():
        # Versions of one agency are counted one after the other.
        Agency.objects.select_for_update().get(pk=actor.agency_id)
        rows = ResponsePlan.objects.filter(agency_id=actor.agency_id, student_number=student_number)
        last = rows.order_by("-number").values_list("number", flat=True).first() or 0
        plan = ResponsePlan.objects.create(
            agency_id=actor.agency_id,
            student_number=student_number,
            number=last + 1,
            caution=caution,
            helps=helps,
            avoid=avoid,
            written_by_id=actor.person,
        )
        _announce("response_plan.written", plan, actor, at or clock.now())
    return plan


def approve(plan: ResponsePlan, *, actor: Actor, expires_on: date, at: datetime | None = None) -> ResponsePlan:
    """Let responders read it until this day; nobody approves what they wrote."""
    require(actor, "response_plan.approve", plan)
    moment = at or clock.now()
    today = timezone.localdate(moment)
    if not today < expires_on <= today + LONGEST:
        words = _("Choose a day within the next twelve months.")
        raise BrokenRule(words, fields={"expires_on": words})
    with transaction.atomic():
        held = _latest(plan)
        if held.written_by_id == actor.id:
            raise BrokenRule(_("You wrote this plan, so another supervisor must approve it."))
        if held.approved_by_id is not None:
            raise Conflict(_("This version was approved already."))
        held.approved_by_id, held.reviewed_on, held.expires_on = actor.person, today, expires_on
        held.save(update_fields=["approved_by", "reviewed_on", "expires_on"])
        facts = {"number": held.number, "until": expires_on.isoformat()}
        ledger.announce("response_plan.approved", record=held, actor=actor, at=moment, facts=facts)
    return held


def end(plan: ResponsePlan, *, actor: Actor, at: datetime | None = None) -> ResponsePlan:
    """Nobody is to follow it any more, from today."""
    require(actor, "response_plan.end", plan)
    moment = at or clock.now()
    today = timezone.localdate(moment)
    with transaction.atomic():
        held = ResponsePlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
        if held.approved_by_id is None or held.expires_on is None or held.expires_on <= today:
            raise Conflict(_("This plan is not in use."))
        held.expires_on = today
        held.save(update_fields=["expires_on"])
        _announce("response_plan.ended", held, actor, moment)
    return held


def _latest(plan: ResponsePlan) -> ResponsePlan:
    held = ResponsePlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    same = ResponsePlan.objects.filter(agency_id=held.agency_id, student_number=held.student_number)
    if same.filter(number__gt=held.number).exists():
        raise Conflict(_("A newer version was written since. Look at that one."))
    return held


def _announce(name: str, plan: ResponsePlan, actor: Actor, at: datetime) -> None:
    ledger.announce(name, record=plan, actor=actor, at=at, facts={"number": plan.number})
