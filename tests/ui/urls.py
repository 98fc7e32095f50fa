"""The design system's pages alone, so that its tests need no other part of the system."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from cit_dispatch.styleguide import styleguide

DEMO_LOGINS = [{"label": "Dispatcher", "email": "d@example.org", "blurb": "Takes calls"}]


@login_not_required
def refused(request: HttpRequest) -> HttpResponse:
    """An error page as the middleware shows it."""
    return render(request, "error.html", {"status": 409, "message": "It changed.", "request_id": "abc"}, status=200)


@login_not_required
def nothing(request: HttpRequest) -> HttpResponse:
    """A place to post to."""
    return HttpResponse()


urlpatterns = [
    path("", nothing, name="home"),
    path("styleguide", styleguide, name="styleguide"),
    path("refused", refused, name="refused"),
    path("preferences", nothing, name="preferences"),
    path("demo-login", nothing, name="demo_login"),
    path("accounts/", include("allauth.urls")),
]
