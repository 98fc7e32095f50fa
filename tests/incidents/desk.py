"""The cast at their desks: test clients that are signed in."""

from typing import Any

from django.test import Client

from core.actors import Actor
from officers.models import User


def signed_in(actor: Actor) -> Client:
    """The actor's browser."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.id))
    return client


def send_json(client: Client, path: str, body: Any, *, key: str = "", method: str = "post") -> Any:
    """A request to the API, with an Idempotency-Key when there is one."""
    headers = {"Idempotency-Key": key} if key else {}
    return getattr(client, method)(path, body, content_type="application/json", headers=headers)
