"""Floor plans as their keeper sees them."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from core.web.query import parse
from core.web.request import ActorRequest
from officers.forms.plans import NumberQuery
from officers.selectors import kept_files
from officers.views import answers


@require_GET
def background(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The image beneath a plan, from our own origin and as nothing but an image."""
    number = parse(request.GET, NumberQuery)["number"]
    return answers.picture(kept_files.plan_background(request.actor, pk, number))
