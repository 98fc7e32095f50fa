"""One person's calendar at its secret address: the only page of shifts without a log-in. Reading changes nothing."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_GET

from core import clock
from core.web.throttle import allowed
from officers import calendar
from officers.selectors import feed as selector

A_MINUTE = 120


@require_GET
@login_not_required
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar, or nothing for a wrong or ended address."""
    if not allowed(request, "feed", A_MINUTE):
        return HttpResponse(status=429, headers={"Retry-After": "60"})
    officer = selector.by_secret(token)
    if officer is None:
        raise Http404
    agenda = selector.agenda(officer, clock.now())
    content = calendar.written(agenda)
    changed = calendar.changed_at(agenda)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="shifts.ics"'
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    response["ETag"] = calendar.tag(content)
    if changed is not None:
        response["Last-Modified"] = http_date(changed.timestamp())
    seconds = int(changed.timestamp()) if changed else None
    answered = get_conditional_response(request, response["ETag"], seconds, response)
    return answered if isinstance(answered, HttpResponse) else response
