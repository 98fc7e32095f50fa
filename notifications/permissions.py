"""Who may answer pages, who watches over them, and which rows exist for whom."""

from typing import Any

from django.db.models import Q

from core.actors import SYSTEM, Actor
from core.permissions import Grant, declare
from notifications.models import Delivery, EscalationPolicy, NotificationRoute, Page, PageTarget
from officers.roles import Role

EVERYBODY = frozenset(Role.values)
WATCHERS = frozenset({Role.DISPATCHER.value, Role.SUPERVISOR.value, Role.DIRECTOR.value})
PLANNERS = frozenset({Role.SUPERVISOR.value, Role.DIRECTOR.value})
ENGINE = frozenset({SYSTEM})


def asked(actor: Actor, page: Any) -> bool:
    """Whoever the page has asked; read through the relation, so that a list can fetch it ahead."""
    return any(target.user_id == actor.id for target in page.targets.all())


_asked = Grant(EVERYBODY, asked)
_watcher, _engine = Grant(WATCHERS), Grant(ENGINE)

RULES: dict[str, tuple[Grant, ...]] = {
    "page.acknowledge": (_asked,),
    "page.join": (_asked,),
    "page.decline": (_asked,),
    "page.snooze": (_asked,),
    "page.reassign": (_asked, _watcher),
    "page.escalate": (_watcher, _engine),
    "page.exhaust": (_engine,),
    "page.reopen": (_watcher, _engine),
    "page.resolve": (_asked, _watcher, _engine),
    "policy.edit": (Grant(PLANNERS),),
}


def _pages(actor: Actor) -> Q:
    """All for those who watch, else the pages that asked this person."""
    if actor.holds(*WATCHERS):
        return Q()
    # Not over the relation: somebody whom several steps asked would see the page as often.
    return Q(pk__in=PageTarget.objects.filter(user=actor.id).values("page"))


def _messages(actor: Actor) -> Q:
    return Q() if actor.holds(Role.SUPERVISOR, Role.SYSTEM_ADMIN) else Q(pk__in=[])


def _plans(actor: Actor) -> Q:
    return Q() if actor.holds(*WATCHERS, Role.SYSTEM_ADMIN) else Q(pk__in=[])


declare(RULES, {Page: _pages, Delivery: _messages, EscalationPolicy: _plans, NotificationRoute: _plans})
