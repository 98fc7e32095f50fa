"""Who may listen to the doorbell: the log-in of the page, read once for each stream."""

import hashlib
from importlib import import_module

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse
from django.http.cookie import parse_cookie
from django.views.decorators.http import require_GET

from core.feed.hub import Listener
from core.feed.topics import heard_by
from officers.models import User
from officers.selectors import actor_of

PATH = "/live/"
_sessions = import_module(settings.SESSION_ENGINE)


def admit(headers: dict[bytes, bytes]) -> Listener | None:
    """The person behind the cookie, and what their roles let them hear; None without a valid log-in."""
    key = parse_cookie(headers.get(b"cookie", b"").decode("latin-1")).get(settings.SESSION_COOKIE_NAME)
    if not key:
        return None
    close_old_connections()
    request = HttpRequest()
    request.session = _sessions.SessionStore(key)
    user = auth.get_user(request)
    if not isinstance(user, User):
        return None
    actor = actor_of(user)
    digest = hashlib.sha256(key.encode()).hexdigest()
    return Listener(actor.agency_id, actor.person, digest, heard_by(actor))


@require_GET
@login_not_required
def no_stream(request: HttpRequest) -> HttpResponse:
    """What a server without streams answers at this address: nothing to hear, so the page asks by itself."""
    return HttpResponse(status=204 if request.user.is_authenticated else 401)
