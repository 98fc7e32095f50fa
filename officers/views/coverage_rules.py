"""What the agency asks: its coverage rules, its groups of campuses, its limits of work."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.actors import Actor
from core.permissions import may, require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from officers.doors.coverage import TURNS
from officers.forms.coverage import ChangeRuleForm, ChangeZoneForm, LimitsForm, RuleForm, TurnForm, ZoneForm
from officers.models import CoverageRule
from officers.selectors import minimums as selector
from officers.services import minimums, roster_policy, zones
from officers.views import coverage_shown as shown

RULE = ("name", "kind", "number", "cit", "position", "group", "weekdays", "starts", "ends")
LIMITS = ("max_week_hours", "overtime_from_hours", "min_rest_hours", "max_shift_hours", "warn_hours")


@require_GET
def rules(request: ActorRequest) -> HttpResponse:
    """Every rule, those that were stopped last."""
    return _rules_page(request)


@require_http_methods(["GET", "POST"])
def rule_new(request: ActorRequest) -> HttpResponse:
    """A new rule."""
    require(request.actor, "coverage.set")
    start: dict[str, Any] = {"kind": "at_least", "position": "patrol", "number": 1, "weekdays": range(5)}
    form = RuleForm(posted(request), groups=selector.every_group(request.actor), initial=start)
    agency = selector.agency_of(request.actor)
    if request.method == "POST" and attempt(form, act(minimums.add, agency, request.actor, form)):
        return _done(request, "coverage_rules")
    return _form_page(request, form, _("New coverage rule"), "coverage_rules")


@require_http_methods(["GET", "POST"])
def rule(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One rule: change it, or stop it."""
    found = selector.rule(request.actor, pk, "coverage.set")
    start = {name: getattr(found, name) for name in RULE}
    groups = selector.every_group(request.actor)
    form = ChangeRuleForm(posted(request), groups=groups, version=found.version, initial=start)
    if request.method == "POST" and attempt(form, act(minimums.change, found, request.actor, form)):
        return _done(request, "coverage_rules")
    return _form_page(request, form, found.name, "coverage_rules", moves=_turns(found))


@require_POST
def rule_turn(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Stop or resume, by one button; a refusal is said above the list as it is now."""
    found = selector.rule(request.actor, pk, "coverage.set")
    form = TurnForm(request.POST, version=found.version)
    if attempt(form, lambda: _turn(found, request.actor, **form.cleaned_data)):
        return _done(request, "coverage_rules")
    messages.error(request, _("This step was not possible. Here is where things stand."))
    return _rules_page(request, status=status_of(form))


@require_GET
def groups(request: ActorRequest) -> HttpResponse:
    """The groups, and the campuses that none of them holds."""
    context = {
        "groups": selector.groups(request.actor),
        "left_out": selector.ungrouped(request.actor),
        "sets": may(request.actor, "coverage.set"),
    }
    return render(request, "officers/coverage_groups.html", context)


@require_http_methods(["GET", "POST"])
def group_new(request: ActorRequest) -> HttpResponse:
    """A new group."""
    require(request.actor, "coverage.set")
    form = ZoneForm(posted(request), campuses=selector.campuses(request.actor))
    agency = selector.agency_of(request.actor)
    if request.method == "POST" and attempt(form, act(zones.add, agency, request.actor, form)):
        return _done(request, "coverage_groups")
    return _form_page(request, form, _("New group of campuses"), "coverage_groups")


@require_http_methods(["GET", "POST"])
def group(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One group: its name and its campuses."""
    found = selector.group(request.actor, pk, "coverage.set")
    start = {"name": found.name, "campuses": [member.campus_id for member in found.members.all()]}
    campuses = selector.campuses(request.actor)
    form = ChangeZoneForm(posted(request), campuses=campuses, version=found.version, initial=start)
    if request.method == "POST" and attempt(form, act(zones.change, found, request.actor, form)):
        return _done(request, "coverage_groups")
    return _form_page(request, form, found.name, "coverage_groups")


@require_http_methods(["GET", "POST"])
def limits(request: ActorRequest) -> HttpResponse:
    """The limits of work."""
    require(request.actor, "coverage.set")
    held = selector.limits(request.actor)
    start = {name: getattr(held, name) for name in LIMITS}
    form = LimitsForm(posted(request), version=held.version, initial=start)
    agency = selector.agency_of(request.actor)
    if request.method == "POST" and attempt(form, act(roster_policy.set_limits, agency, request.actor, form)):
        return _done(request, "coverage_limits")
    return _form_page(request, form, _("Limits of work"), "coverage")


def _turn(rule: CoverageRule, actor: Actor, *, move: str, version: int) -> CoverageRule:
    service, _form, _body = TURNS[move]
    turned: CoverageRule = service(rule, actor=actor, expected_version=version)
    return turned


def _rules_page(request: ActorRequest, status: int = 200) -> HttpResponse:
    found = [shown.rule(rule) for rule in selector.rules(request.actor)]
    context = {"rules": found, "sets": may(request.actor, "coverage.set")}
    return render(request, "officers/coverage_rules.html", context, status=status)


def _turns(rule: CoverageRule) -> list[dict[str, Any]]:
    name, label = ("stop", _("Stop this rule")) if rule.active else ("resume", _("Let this rule ask again"))
    tone = "danger" if rule.active else ""
    url = reverse("minimum_move", args=[rule.pk])
    return [{"name": name, "label": label, "url": url, "version": rule.version, "tone": tone}]


def _done(request: ActorRequest, route: str) -> HttpResponse:
    messages.success(request, _("Saved."))
    return see_other(route)


def _form_page(request: ActorRequest, form: Form, title: str, back: str, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title, "back": reverse(back), **more}
    return render(request, "officers/coverage_form.html", context, status=status_of(form))
