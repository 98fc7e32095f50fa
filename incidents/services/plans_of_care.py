"""Response plans: written by one, approved by another, and over on their day. A change is a new version."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor, system
from core.errors import BrokenRule, Conflict
from core.moves import advance, lock
from core.permissions import require, visible
from incidents.care import SECTIONS, normal, problems
from incidents.care.content import digest
from incidents.care.suggested import with_suggestions
from incidents.models import Person, PlanSuggestion, ResponsePlan
from incidents.plain_text import first_hidden
from incidents.selectors.plans_of_care import COUNTED, of_person, same_person
from incidents.services import plan_views
from officers.models import Agency, Campus

LONGEST = timedelta(days=366)
BATCH = 50


def begin(
    student_number: str,
    *,
    actor: Actor,
    campus: Campus | None = None,
    person: Person | None = None,
    at: datetime | None = None,
) -> ResponsePlan:
    """The next version for this person, with the words of the one before and what was suggested since."""
    require(actor, "response_plan.write", ResponsePlan(agency_id=actor.agency_id))
    moment = at or clock.now()
    _require_campus(actor, campus)
    with transaction.atomic():
        # Versions of one agency are counted one after the other.
        Agency.objects.select_for_update(no_key=True).get(pk=actor.agency_id)
        person = person or _known(actor, student_number)
        plan = _create(actor, student_number, person, campus)
        ledger.announce("response_plan.written", record=plan, actor=actor, at=moment, facts=_facts(plan))
        plan_views.keep(plan, actor=actor, reason="writing", at=moment)
        _carry(plan)
    return plan


def _require_campus(actor: Actor, campus: Campus | None) -> None:
    """Whoever works at some campuses writes for these."""
    if actor.places and (campus is None or campus.pk not in actor.places):
        words = _("Choose a campus that you work at.")
        raise BrokenRule(words, fields={"campus": words})


def _known(actor: Actor, student_number: str) -> Person | None:
    """The person of this number, where one and only one is kept."""
    rows = Person.objects.filter(agency_id=actor.agency_id, student_number=student_number, merged_into__isnull=True)
    found = list(rows[:2]) if student_number else []
    return found[0] if len(found) == 1 else None


def _create(actor: Actor, student_number: str, person: Person | None, campus: Campus | None) -> ResponsePlan:
    """The version whose words the writer may read goes on; nobody reads a plan by beginning the next."""
    number = student_number or (person.student_number if person else "")
    if not number and person is None:
        words = _("Say whose plan it is.")
        raise BrokenRule(words, fields={"student_number": words})
    same = of_person(actor.agency_id, number, person.pk if person else None)
    last = same.aggregate(last=Max("number"))["last"] or 0
    before = visible(same.filter(status__in=COUNTED), actor).order_by("-number").first()
    mine = before is not None and before.written_by_id == actor.id
    try:
        with transaction.atomic():
            return ResponsePlan.objects.create(
                agency_id=actor.agency_id,
                person=person,
                student_number=number,
                campus=campus or (before.campus if before else None),
                number=last + 1,
                content=normal(before.content if before else {}),
                private_notes=before.private_notes if before and mine else "",
                written_by_id=actor.person,
            )
    except IntegrityError as error:
        raise Conflict(_("A version for this person is being written already, or waits for approval.")) from error


def _carry(plan: ResponsePlan) -> None:
    """What was accepted since the last version goes into this one, each once."""
    same = same_person(plan)
    # What went into a draft that was given up goes into the next one.
    given_up = Q(carried_into__status="retired", carried_into__approved_at__isnull=True)
    rows = PlanSuggestion.objects.filter(Q(carried_into__isnull=True) | given_up, plan__in=same, status="accepted")
    found = list(rows.select_for_update(of=("self",)).order_by("at"))
    if not found:
        return
    plan.content = with_suggestions(plan.content, [(row.kind, row.text, row.at.date()) for row in found])
    plan.save(update_fields=["content"])
    PlanSuggestion.objects.filter(pk__in=[row.pk for row in found]).update(carried_into=plan)


def revise(
    plan: ResponsePlan,
    *,
    actor: Actor,
    expected_version: int | None,
    caution: str,
    baseline: str,
    escalated: str,
    triggers: list[Mapping[str, Any]],
    helps: list[Mapping[str, Any]],
    avoid: list[Mapping[str, Any]],
    strategies: list[Mapping[str, Any]],
    contacts: list[Mapping[str, Any]],
    safety: list[Mapping[str, Any]],
    sensory: str,
    language: str,
    reentry: str,
    supervision: str,
    private_notes: str,
    at: datetime | None = None,
) -> ResponsePlan:
    """Save a draft that can be read; it may still have gaps."""
    words = {name: value for name, value in locals().items() if name in SECTIONS}
    content = normal(words)
    _require_sound(content, private_notes)
    return advance(
        plan,
        "revise",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts=_facts(plan),
        content=content,
        private_notes=private_notes,
    )


def _require_sound(content: Mapping[str, Any], private_notes: str) -> None:
    found: dict[str, str] = {}
    for problem in problems(content):
        found[problem.section] = f"{found.get(problem.section, '')} {problem}".strip()
    if first_hidden(private_notes) is not None:
        found["private_notes"] = _("It holds a character that cannot be shown.")
    if found:
        raise BrokenRule(_("The plan has mistakes."), fields=found)


def submit(
    plan: ResponsePlan, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> ResponsePlan:
    """Hand it in; from here on its words do not change unless it is returned."""
    facts = {**_facts(plan), "sha256": digest(plan.content)}
    # The hash is of the words that were read: a later draft is refused by its version.
    version = plan.version if expected_version is None else expected_version
    return advance(plan, "submit", actor=actor, expected_version=version, at=at or clock.now(), facts=facts, comment="")


def send_back(
    plan: ResponsePlan, *, actor: Actor, expected_version: int | None, comment: str, at: datetime | None = None
) -> ResponsePlan:
    """Back to its author, who reads why."""
    if not comment.strip():
        words = _("Say what is to be changed.")
        raise BrokenRule(words, fields={"comment": words})
    return advance(
        plan,
        "send_back",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts=_facts(plan),
        comment=comment,
    )


def approve(
    plan: ResponsePlan,
    *,
    actor: Actor,
    expected_version: int | None,
    expires_on: date,
    at: datetime | None = None,
) -> ResponsePlan:
    """Let responders follow it until this day; the version before is retired in the same moment."""
    require(actor, "response_plan.approve", plan)
    moment = at or clock.now()
    today = timezone.localdate(moment, plan.agency.zone)
    if not today < expires_on <= today + LONGEST:
        words = _("Choose a day within the next twelve months.")
        raise BrokenRule(words, fields={"expires_on": words})
    with transaction.atomic():
        _retire_the_one_before(plan, actor, moment)
        return advance(
            plan,
            "approve",
            actor=actor,
            expected_version=plan.version if expected_version is None else expected_version,
            at=moment,
            facts={**_facts(plan), "until": expires_on.isoformat(), "sha256": digest(plan.content)},
            approved_by_id=actor.person,
            reviewed_on=today,
            expires_on=expires_on,
        )


def _retire_the_one_before(plan: ResponsePlan, actor: Actor, at: datetime) -> None:
    """Of two approvals at once the second waits here, and then finds its version moved on."""
    lock(plan)
    same = same_person(plan)
    for old in same.filter(status="approved").exclude(pk=plan.pk):
        advance(old, "retire", actor=actor, expected_version=None, at=at, facts=_facts(old))


def withdraw(
    plan: ResponsePlan, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> ResponsePlan:
    """Its author gives it up."""
    return _end(plan, "withdraw", actor, expected_version, at)


def retire(
    plan: ResponsePlan, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> ResponsePlan:
    """Nobody is to follow it any more, from now."""
    return _end(plan, "retire", actor, expected_version, at)


def _end(
    plan: ResponsePlan, move: str, actor: Actor, expected_version: int | None, at: datetime | None
) -> ResponsePlan:
    return advance(plan, move, actor=actor, expected_version=expected_version, at=at or clock.now(), facts=_facts(plan))


def expire(agency: Agency, today: date, *, at: datetime) -> int:
    """End what ends today or earlier, each once: what another worker holds is passed over."""
    with transaction.atomic():
        rows = ResponsePlan.objects.select_for_update(skip_locked=True, of=("self",))
        due = list(rows.filter(agency=agency, status="approved", expires_on__lte=today).order_by("expires_on")[:BATCH])
        for plan in due:
            _end(plan, "expire", system(agency.pk), plan.version, at)
    return len(due)


def _facts(plan: ResponsePlan) -> dict[str, object]:
    return {"number": plan.number}
