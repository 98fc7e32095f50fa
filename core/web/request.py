"""A request whose person is known."""

from django.http import HttpRequest

from core.actors import Actor


class ActorRequest(HttpRequest):
    """What a view behind the log-in receives."""

    actor: Actor
