"""Coverage over HTTP: the same selectors and services as the pages."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.actors import Actor
from core.permissions import require
from core.web.actor_view import ActorView, accepted
from core.web.doors import keywords
from core.web.query import parse
from officers.api.coverage_in import ChangeRuleIn, ChangeZoneIn, LimitsIn, RuleIn, ZoneIn
from officers.api.coverage_out import found_out, group_out, limits_out, now_out, rule_out, week_out
from officers.doors.coverage import TURNS
from officers.forms.coverage import SpanForm, WeekQuery
from officers.planning.spans import Span
from officers.selectors import cover, coverage, minimums
from officers.services import minimums as rules
from officers.services import roster_policy, zones


class WeekView(ActorView):
    """One week of every rule."""

    def get(self, request: Request) -> Response:
        """`week` as on the page: 2026-W48."""
        actor = self.actor(request)
        require(actor, "coverage.read")
        monday = parse(request._request.GET, WeekQuery)["week"]
        return Response(
            week_out(coverage.week(actor, monday or coverage.monday_after(timezone.localdate(clock.now()))))
        )


class NowView(ActorView):
    """Who is on the clock against what is asked."""

    def get(self, request: Request) -> Response:
        """Now, and the hours of warning."""
        return Response(now_out(coverage.now(self.actor(request), clock.now())))


class Rules(ActorView):
    """The agency's coverage rules."""

    def get(self, request: Request) -> Response:
        """All of them."""
        actor = self.actor(request)
        return Response({"results": [rule_out(rule, actor) for rule in minimums.rules(actor)]})

    def post(self, request: Request) -> Response:
        """A new one."""
        actor = self.actor(request)
        require(actor, "coverage.set")
        clean = accepted(RuleIn(data=request.data, context=_lists(actor)))
        made = rules.add(minimums.agency_of(actor), actor=actor, **clean)
        return Response(rule_out(made, actor), status=status.HTTP_201_CREATED)


class Rule(ActorView):
    """One coverage rule."""

    def get(self, request: Request, pk: UUID) -> Response:
        """As it was set."""
        actor = self.actor(request)
        return Response(rule_out(minimums.rule(actor, pk, "coverage.read"), actor))

    def put(self, request: Request, pk: UUID) -> Response:
        """Something else is asked."""
        actor = self.actor(request)
        found = minimums.rule(actor, pk, "coverage.set")
        clean = accepted(ChangeRuleIn(data=request.data, context=_lists(actor)))
        return Response(rule_out(rules.change(found, actor=actor, **keywords(clean)), actor))


class RuleMoves(ActorView):
    """Stop and resume."""

    def post(self, request: Request, pk: UUID) -> Response:
        """{move, version}."""
        actor = self.actor(request)
        found = minimums.rule(actor, pk, "coverage.set")
        service, body = self.door(request, TURNS)
        clean = accepted(body(data=request.data))
        return Response(rule_out(service(found, actor=actor, **keywords(clean)), actor))


class Cover(ActorView):
    """Who could close a gap of a rule."""

    def get(self, request: Request, pk: UUID) -> Response:
        """`starts_at` and `ends_at` as the agency's clock shows them: 2026-11-30T17:00."""
        actor = self.actor(request)
        rule = minimums.rule(actor, pk, "coverage.find_cover")
        clean = parse(request._request.GET, SpanForm)
        return Response(found_out(cover.cover(actor, rule, Span(clean["starts_at"], clean["ends_at"]))))


class Groups(ActorView):
    """The groups of campuses."""

    def get(self, request: Request) -> Response:
        """All of them."""
        actor = self.actor(request)
        return Response({"results": [group_out(group, actor) for group in minimums.groups(actor)]})

    def post(self, request: Request) -> Response:
        """A new one."""
        actor = self.actor(request)
        require(actor, "coverage.set")
        clean = accepted(ZoneIn(data=request.data, context=_lists(actor)))
        made = zones.add(minimums.agency_of(actor), actor=actor, **clean)
        return Response(group_out(made, actor), status=status.HTTP_201_CREATED)


class Group(ActorView):
    """One group of campuses."""

    def put(self, request: Request, pk: UUID) -> Response:
        """Another name, other campuses."""
        actor = self.actor(request)
        found = minimums.group(actor, pk, "coverage.set")
        clean = accepted(ChangeZoneIn(data=request.data, context=_lists(actor)))
        return Response(group_out(zones.change(found, actor=actor, **keywords(clean)), actor))


class Limits(ActorView):
    """The limits of work."""

    def get(self, request: Request) -> Response:
        """As they are set."""
        actor = self.actor(request)
        return Response(limits_out(minimums.limits(actor), actor))

    def put(self, request: Request) -> Response:
        """All of them at once."""
        actor = self.actor(request)
        require(actor, "coverage.set")
        clean = keywords(accepted(LimitsIn(data=request.data)))
        return Response(limits_out(roster_policy.set_limits(minimums.agency_of(actor), actor=actor, **clean), actor))


def _lists(actor: Actor) -> dict[str, Any]:
    return {"groups": minimums.every_group(actor), "campuses": minimums.campuses(actor)}
