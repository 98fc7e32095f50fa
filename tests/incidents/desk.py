"""The cast at their desks: test clients that are signed in."""

from django.test import Client

from core.actors import Actor
from officers.models import User


def signed_in(actor: Actor) -> Client:
    """The actor's browser."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.id))
    return client
