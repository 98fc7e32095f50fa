"""The pages of the rules: how long each clock runs."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.selectors import timer_rules as selector
from incidents.services import timer_rules
from incidents.timers_forms import ChangeRuleForm, RuleForm, RuleQuery, drawn


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """Every rule that counts."""
    return render(request, "incidents/timers/rules.html", {"rules": selector.listed(request.actor)})


@require_http_methods(["GET", "POST"])
def add(request: ActorRequest) -> HttpResponse:
    """A rule of the agency's own; the address may name the standard one that it replaces."""
    agency = selector.agency(request.actor)
    form = RuleForm(posted(request), initial=parse(request.GET, RuleQuery))
    if attempt(form, act(timer_rules.add, agency, request.actor, form)) is not None:
        return see_other("timer_rules")
    return render(request, "incidents/timers/rule.html", {"form": form, "fields": drawn(form)}, status=status_of(form))


@require_http_methods(["GET", "POST"])
def change(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Other times for one rule."""
    rule = selector.one(request.actor, pk)
    now = {"minutes": rule.minutes, "answer_seconds": rule.answer_seconds, "active": rule.active}
    form = ChangeRuleForm(posted(request), version=rule.version, initial=now)
    if attempt(form, act(timer_rules.change, rule, request.actor, form)) is not None:
        return see_other("timer_rules")
    shown = {"form": form, "fields": drawn(form), "rule": rule}
    return render(request, "incidents/timers/rule.html", shown, status=status_of(form))
