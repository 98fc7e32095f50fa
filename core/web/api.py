"""DRF's adapters to our own rules."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler as drf_handler

from core.errors import DomainError
from core.web.middleware import body


def exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Every refusal has a code, a message and fields; a domain error keeps its own status and text."""
    if isinstance(error, DomainError):
        return Response(body(error), status=error.status)
    response = drf_handler(error, context)
    if response is None:
        return None
    if isinstance(error, ValidationError):
        response.data = {"code": error.default_code, "message": str(_("Please correct this.")), "fields": response.data}
    else:
        detail = response.data["detail"]
        response.data = {"code": detail.code, "message": str(detail), "fields": {}}
    return response
