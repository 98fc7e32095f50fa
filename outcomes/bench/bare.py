"""What the house is compared with: the same number of rows written without it."""

from collections.abc import Callable
from uuid import uuid4

import psycopg2.extensions
import psycopg2.extras
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils.timezone import now

from core.models import Attempt

ROWS = 4
_INSERT = "INSERT INTO core_attempt (kind, key, tries, since) VALUES (%s, %s, 1, now()) RETURNING id"
# A plain Django site: session, user, forgery check.
MIDDLEWARE = [
    "outcomes.bench.bare.BareUrls",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]


class BareUrls:
    """Leads a request to the one route below."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Django reads the attribute before it looks for a route."""
        request.urlconf = __name__
        return self.get_response(request)


def in_postgresql(connection: psycopg2.extensions.connection) -> None:
    """BEGIN, four times INSERT, COMMIT."""
    with connection, connection.cursor() as cursor:
        for _ in range(ROWS):
            cursor.execute(_INSERT, [str(uuid4()), str(uuid4())])


def in_django() -> None:
    """The same through models."""
    with transaction.atomic():
        for _ in range(ROWS):
            Attempt.objects.create(kind=str(uuid4()), key=str(uuid4()), tries=1, since=now())


def write(request: HttpRequest) -> HttpResponse:
    """The same behind a log-in."""
    if not request.user.is_authenticated:
        return HttpResponse(status=403)
    in_django()
    return HttpResponseRedirect("/")


urlpatterns = [path("write/", write)]
