"""DRF's adapters to our own rules."""

from typing import Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.views import exception_handler as drf_handler

from core.errors import DomainError
from core.web.middleware import body


class SignedIn(BasePermission):
    """Only people who are signed in reach a service; what they may do there is the service's question."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Whether there is a person behind the request."""
        return bool(request.user and request.user.is_authenticated)


def exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """A domain error keeps its own status and text; DRF answers its own."""
    if isinstance(error, DomainError):
        return Response(body(error), status=error.status)
    return drf_handler(error, context)
