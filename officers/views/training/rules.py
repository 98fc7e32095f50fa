"""The rules in words, and their versions."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core import clock
from core.permissions import may, require
from core.web.doors import act
from core.web.pages import posted
from core.web.request import ActorRequest
from officers.forms.rules import ChangeRuleForm, EndRuleForm, RuleForm
from officers.selectors.training import catalogue, worklist
from officers.services import rules
from officers.views.training.common import form_page, page, sent, to

FIELDS = ("title", "kind", "number", "anchor", "licenses", "courses", "min_hours", "anchored_from", "due_soon_days")


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """Every rule, and the state's periods."""
    context = {
        "rules": catalogue.rules(request.actor, worklist.today(request.actor, clock.now())),
        "periods": catalogue.periods(request.actor),
        "keeps": may(request.actor, "rule.keep"),
    }
    return page(request, "rules", "rules", context)


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """A rule that was not there."""
    require(request.actor, "rule.keep")
    form = RuleForm(posted(request), courses=catalogue.choice_of_courses(request.actor))
    if sent(request, form, lambda: rules.add(actor=request.actor, **form.cleaned_data)):
        return to("rules")
    return form_page(request, form, title=_("New rule"), back=reverse("rules"))


@require_http_methods(["GET", "POST"])
def change(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A new version from a day."""
    found = catalogue.rule_to_keep(request.actor, pk)
    tomorrow = worklist.today(request.actor, clock.now()) + timedelta(days=1)
    start = {name: getattr(found, name) for name in FIELDS}
    start |= {"basis": found.source, "effective_from": max(tomorrow, found.effective_from + timedelta(days=1))}
    form = ChangeRuleForm(posted(request), courses=catalogue.choice_of_courses(request.actor), initial=start)
    if sent(request, form, act(rules.change, found, request.actor, form)):
        return to("rules")
    note = _("The version now in force ends on the day before. Until then people are judged by it.")
    title = _("New version: %(rule)s") % {"rule": found}
    return form_page(request, form, title=title, back=reverse("rules"), note=note)


@require_http_methods(["GET", "POST"])
def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let a rule end."""
    found = catalogue.rule_to_keep(request.actor, pk)
    form = EndRuleForm(posted(request))
    if sent(request, form, act(rules.end, found, request.actor, form)):
        return to("rules")
    title = _("End the rule: %(rule)s") % {"rule": found}
    return form_page(request, form, title=title, back=reverse("rules"), submit=_("End the rule"), tone="danger")
