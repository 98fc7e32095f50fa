"""Log-in with django-allauth: one backend behind the gate, and accounts made by administrators alone."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from core import gate
from officers.models import User

GATE = "password"


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


class GatedBackend(AuthenticationBackend):
    """Reserve, then verify: a known and an unknown address are answered alike."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        """The person, when the gate is open and the password is theirs."""
        identifier = str(credentials.get("email") or credentials.get("username") or "")
        if not identifier or not gate.reserve(GATE, identifier):
            return None
        user: User | None = super().authenticate(request, **credentials)
        if user is not None:
            gate.release(GATE, identifier)
        return user

    def get_user(self, user_id: Any) -> User | None:
        """The person with their agency in one query; a deactivated one is nobody."""
        return User.objects.select_related("agency").filter(pk=user_id, is_active=True).first()
