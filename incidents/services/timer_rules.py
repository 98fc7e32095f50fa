"""How long clocks run; a change counts at once for every round in which nobody was asked yet."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from incidents.console_vocabulary import TimerStage
from incidents.models import Timer, TimerRule
from incidents.selectors import timer_rules
from incidents.services.timers import set_by_rule
from officers.models import Agency
from officers.services.versions import hold

# A district has some dozens of clocks at once.
MOST = 2000


def add(
    agency: Agency,
    *,
    actor: Actor,
    kind: str,
    nature: str,
    priority: str,
    minutes: int,
    answer_seconds: int,
    active: bool,
    at: datetime | None = None,
) -> TimerRule:
    """A rule for what had none of its own; one that says the same of the same is replaced by changing it."""
    rule = TimerRule(agency=agency, kind=kind, nature=nature, priority=priority)
    require(actor, "timer_rule.set", rule)
    rule.minutes, rule.answer_seconds, rule.active = minutes, answer_seconds, active
    with transaction.atomic():
        try:
            with transaction.atomic():
                rule.save(force_insert=True)
        except IntegrityError as error:
            text = _("There is a rule for this already. Change that one.")
            raise BrokenRule(text, fields={"kind": text}) from error
        _announce("timer_rule.added", rule, actor, at)
    return rule


def change(
    rule: TimerRule,
    *,
    actor: Actor,
    expected_version: int | None,
    minutes: int,
    answer_seconds: int,
    active: bool,
    at: datetime | None = None,
) -> TimerRule:
    """Other times; not active means that nobody is asked or alarmed."""
    with transaction.atomic():
        held = hold(rule, expected_version)
        require(actor, "timer_rule.set", held)
        held.minutes, held.answer_seconds, held.active = minutes, answer_seconds, active
        held.version += 1
        held.save(update_fields=["minutes", "answer_seconds", "active", "version"])
        _announce("timer_rule.changed", held, actor, at)
    return held


def _announce(event: str, rule: TimerRule, actor: Actor, at: datetime | None) -> None:
    names = ("kind", "nature", "priority", "minutes", "answer_seconds", "active")
    facts = {name: getattr(rule, name) for name in names}
    ledger.announce(event, record=rule, actor=actor, at=at or clock.now(), facts=facts)
    _retime(rule)


def _retime(rule: TimerRule) -> None:
    rows = Timer.objects.select_for_update(of=("self",)).select_related("incident")
    running = rows.filter(
        agency_id=rule.agency_id, kind=rule.kind, stage=TimerStage.RUNNING, ended_at__isnull=True
    ).order_by("pk")[:MOST]
    rules = timer_rules.in_force(rule.agency_id)
    found = list(running)
    for timer in found:
        set_by_rule(timer, timer.incident, rules)
    Timer.objects.bulk_update(found, ["next_at", "minutes", "answer_seconds"])
