"""Clocks and their rules over HTTP."""

from typing import Any
from uuid import UUID

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.web.actor_view import ActorView, accepted, moved
from core.web.doors import keywords
from incidents.api.timer_bodies import AcknowledgeIn, AnswerIn, ChangeRuleIn, RuleIn
from incidents.models import Timer, TimerRule
from incidents.selectors import timer_rules as rules_selector
from incidents.selectors import timers as selector
from incidents.services import timer_rules, timers


class Timers(ActorView):
    """The clocks of the desk."""

    def get(self, request: Request) -> Response:
        """Alarms first, then who was asked, then whose check is due next."""
        at = clock.now()
        rows = selector.open_clocks(self.actor(request), at)
        return Response([row | {"late": selector.is_late(row, at), "actions": ["acknowledge"]} for row in rows])


class TimerAnswer(ActorView):
    """The officer's own answer."""

    def post(self, request: Request, pk: UUID) -> Response:
        """All is well."""
        timer = selector.to_answer(self.actor(request), pk)
        return Response(_out(moved(request, timer, timers.answer, AnswerIn)))


class TimerAcknowledgement(ActorView):
    """The desk's answer."""

    def post(self, request: Request, pk: UUID) -> Response:
        """For an officer with the words that were heard."""
        timer = selector.to_acknowledge(self.actor(request), pk)
        return Response(_out(moved(request, timer, timers.acknowledge, AcknowledgeIn)))


class TimerRules(ActorView):
    """How long the clocks of the agency run."""

    def get(self, request: Request) -> Response:
        """Every rule that counts; a standard one has no key."""
        return Response([_rule(row) for row in rules_selector.listed(self.actor(request))])

    def post(self, request: Request) -> Response:
        """Add a rule."""
        actor = self.actor(request)
        agency = rules_selector.agency(actor)
        made = timer_rules.add(agency, actor=actor, **keywords(accepted(RuleIn(data=request.data))))
        return Response(_rule(made), status=status.HTTP_201_CREATED)


class OneTimerRule(ActorView):
    """One rule of the agency."""

    def get(self, request: Request, pk: UUID) -> Response:
        """As it is."""
        return Response(_rule(rules_selector.one(self.actor(request), pk)))

    def post(self, request: Request, pk: UUID) -> Response:
        """Other times."""
        rule = rules_selector.one(self.actor(request), pk)
        return Response(_rule(moved(request, rule, timer_rules.change, ChangeRuleIn)))


def _out(timer: Timer) -> dict[str, Any]:
    return {
        "id": timer.pk,
        "kind": timer.kind,
        "stage": timer.stage,
        "incident": timer.incident_id,
        "started_at": timer.started_at,
        "ended_at": timer.ended_at,
        "actions": [],
    }


def _rule(rule: TimerRule) -> dict[str, Any]:
    return {
        "id": rule.pk if rule.version else None,
        "kind": rule.kind,
        "nature": rule.nature,
        "priority": rule.priority,
        "minutes": rule.minutes,
        "answer_seconds": rule.answer_seconds,
        "active": rule.active,
        "version": rule.version,
        "actions": ["change"] if rule.version else [],
    }
