"""DRF's adapters to our own rules."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler as drf_handler

from core.errors import DomainError
from core.web.middleware import body


def exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """A domain error keeps its own status and text; DRF answers its own."""
    if isinstance(error, DomainError):
        return Response(body(error), status=error.status)
    response = drf_handler(error, context)
    if response is not None and isinstance(error, ValidationError):
        response.data = {"code": error.default_code, "message": str(_("Please correct this.")), "fields": response.data}
    return response
