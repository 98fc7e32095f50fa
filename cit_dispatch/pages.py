"""Pages that span the apps: home, preferences, the demonstration's log-in."""

from allauth.account.views import login as allauth_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cit_dispatch.demo.logins import demo_logins, demo_user
from cit_dispatch.waiting import waiting_for
from core.web.request import ActorRequest
from officers.forms.preferences import DemoLoginForm, PreferencesForm
from officers.services import preferences as preferences_service

BACKEND = "officers.auth.GatedBackend"


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """What waits for this person."""
    return render(request, "home.html", {"waiting": waiting_for(request.actor)})


@require_POST
def preferences(request: ActorRequest) -> HttpResponse:
    """Keep colors, size and language, and go back to where they were chosen."""
    form = PreferencesForm(request.POST)
    if form.is_valid():
        preferences_service.keep(actor=request.actor, **form.cleaned_data)
    else:
        messages.error(request, _("These settings are not among those offered. Nothing was changed."))
    return _onward(request)


def _onward(request: HttpRequest) -> HttpResponse:
    """Where the person was going, as long as that is here."""
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return redirect(target if safe else "home")


@require_http_methods(["GET", "POST"])
@login_not_required
def sign_in(request: HttpRequest) -> HttpResponse:
    """allauth's log-in page; the demonstration adds its invented people."""
    response: HttpResponse = allauth_login(request)
    if hasattr(response, "context_data"):
        # allauth's own `site` would hide ours, and with it the agency's name and the banner of the demonstration.
        response.context_data.pop("site", None)
        response.context_data["demo_logins"] = demo_logins() if settings.DEMO else []
    return response


@require_POST
@login_not_required
def demo_login(request: HttpRequest) -> HttpResponse:
    """One click in the demonstration; in production this page does not exist."""
    form = DemoLoginForm(request.POST)
    user = demo_user(form.cleaned_data["email"]) if settings.DEMO and form.is_valid() else None
    if user is None:
        raise Http404
    login(request, user, backend=BACKEND)
    return _onward(request)
