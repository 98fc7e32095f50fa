"""DRF's gates. They stand alone because DRF reads them while its own views are still loading."""

from typing import TYPE_CHECKING

from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:
    from rest_framework.views import APIView


class SessionUser(SessionAuthentication):
    """The browser's session; without one the answer is 401, since it is the log-in that is missing."""

    def authenticate_header(self, request: Request) -> str:
        """What makes DRF answer 401 instead of 403."""
        return "Session"


class SignedIn(BasePermission):
    """Only people who are signed in reach a service; what they may do there is the service's question."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Whether there is a person behind the request."""
        return bool(request.user and request.user.is_authenticated)
