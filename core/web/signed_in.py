"""DRF's gate. It stands alone because DRF reads it while its own views are still loading."""

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:
    from rest_framework.views import APIView


class SignedIn(BasePermission):
    """Only people who are signed in reach a service; what they may do there is the service's question."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Whether there is a person behind the request."""
        return bool(request.user and request.user.is_authenticated)
