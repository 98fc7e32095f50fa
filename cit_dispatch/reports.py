"""Where browsers report what the content policy refused."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

log = logging.getLogger(__name__)


@csrf_exempt
@require_POST
@login_not_required
def csp(request: HttpRequest) -> HttpResponse:
    """Count it in the log; the report's body names pages and is not kept."""
    log.warning("a browser reported a violation of the content policy")
    return HttpResponse(status=204)
