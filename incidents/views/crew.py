"""The officers of one incident: who leads, who is freed, one for another, and the end of all."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core import clock
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from incidents.forms import CloseForm, SendForm
from incidents.selectors import candidates as people
from incidents.selectors import incidents as incidents_selector
from incidents.selectors import units as selector
from incidents.services import crew, ending
from incidents.shown import seal
from incidents.units_forms import ReleaseForm
from incidents.views import case, case_panel, ranking
from incidents.views.common import blocked


@require_POST
def lead(request: ActorRequest, pk: UUID) -> HttpResponse:
    """This officer leads. What stands in the way is said on a page, with the button again."""
    part = selector.part(request.actor, pk, "assignment.lead")
    form = VersionForm(request.POST, version=part.version)
    done = attempt(form, act(crew.lead, part, request.actor, form))
    if case_panel.in_panel(request):
        refused = " ".join(map(str, form.non_field_errors()))
        return case_panel.answer(request, part.incident_id, said=refused or _("The lead was changed."))
    if done is not None:
        return see_other("incident", part.incident_id)
    title = _("Make %(unit)s primary") % {"unit": part.officer.call_sign}
    shown = {"form": form, "incident": part.incident, "title": title, "submit": _("Make primary")}
    return render(request, "incidents/end.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def release(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Free one of several, with the reason."""
    part = selector.part(request.actor, pk, "assignment.cancel")
    form = ReleaseForm(posted(request), version=part.version)
    if attempt(form, act(crew.release, part, request.actor, form)) is not None:
        return see_other("incident", part.incident_id)
    title = _("Free %(unit)s") % {"unit": part.officer.call_sign}
    shown = {"form": form, "incident": part.incident, "title": title, "submit": title}
    return render(request, "incidents/end.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def swap(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose who comes in this officer's place; one click sends the one and frees the other."""
    part = selector.part(request.actor, pk, "assignment.cancel")
    form = SendForm(posted(request), version=part.version, actor=request.actor)
    if attempt(form, act(crew.swap, part, request.actor, form)) is not None:
        return see_other("incident", part.incident_id)
    at = clock.now()
    recommended = people.recommendation(request.actor, part.incident, at)
    form.write("shown", seal(part.incident_id, recommended, at))
    shown = {"form": form, "incident": part.incident, "verdict": incidents_selector.verdict_of(part.incident)}
    shown |= {**ranking.shown(recommended, at.date()), "instead_of": part.officer.call_sign}
    return render(request, "incidents/send.html", case.headed(shown), status=status_of(form))


@require_http_methods(["GET", "POST"])
def finish(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Close with how it ended, and free every unit in the same moment."""
    incident = incidents_selector.to_try(request.actor, pk, "close")
    form = CloseForm(posted(request), version=incident.version)
    if attempt(form, act(ending.finish, incident, request.actor, form)) is not None:
        return see_other("incident", incident.pk)
    shown = {
        "form": form,
        "incident": incident,
        "title": _("Close the incident"),
        "submit": _("Free all units and close"),
        "crew": selector.crew(request.actor, incident),
        "missing": blocked(incident, request.actor, clock.now()).get("close", ""),
    }
    return render(request, "incidents/units/finish.html", shown, status=status_of(form))


@require_POST
def clear_all(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Free every unit; the incident waits for its records before it is closed."""
    incident = incidents_selector.to_try(request.actor, pk, "close")
    form = VersionForm(request.POST, version=incident.version)
    if attempt(form, act(ending.clear_all, incident, request.actor, form)) is not None:
        return see_other("incident", incident.pk)
    shown = {"form": form, "incident": incident, "title": _("Free all units"), "submit": _("Free all units")}
    return render(request, "incidents/end.html", shown, status=status_of(form))
