"""Values of pages, messages, contact methods, policies and on-call schedules."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Urgency(models.TextChoices):
    """Whether quiet hours and digests apply."""

    CRITICAL = "critical", _("Critical")
    ROUTINE = "routine", _("Routine")


class Channel(models.TextChoices):
    """How a message leaves."""

    EMAIL = "email", _("E-mail")
    SMS = "sms", _("Text message")
    VOICE = "voice", _("Voice call")
    PUSH = "push", _("Push message")
    WEBHOOK = "webhook", _("Webhook")
    CHAT = "chat", _("Chat")


class DeliveryState(models.TextChoices):
    """Where one message stands; transport, not workflow."""

    PENDING = "pending", _("Waiting to be sent")
    SENDING = "sending", _("Being sent")
    ACCEPTED = "accepted", _("Handed to the provider")
    DELIVERED = "delivered", _("Delivered")
    READ = "read", _("Read")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Not needed any more")
    BUNDLED = "bundled", _("Told together with others")
    EXPIRED = "expired", _("Too late to send")


class EventSource(models.TextChoices):
    """Who says something about a message."""

    ENGINE = "engine", _("Sender")
    CALLBACK = "callback", _("Provider's receipt")
    RECONCILE = "reconcile", _("Looked up")
    PERSON = "person", _("Person")


class AckMode(models.TextChoices):
    """Whose answer is enough."""

    ANY = "any", _("One person")
    EACH = "each", _("One person of each role")


class TargetKind(models.TextChoices):
    """Whom a step of a policy reaches."""

    USER = "user", _("A person")
    SCHEDULE = "schedule", _("Who is on call")
    ROLE_AT_CAMPUS = "role_at_campus", _("A role at the campus")
    ROLE = "role", _("Everybody in a role")
    TEAM = "team", _("The team that it is addressed to")
    ASSIGNED_OFFICER = "assigned_officer", _("Officers assigned")


class Response(models.TextChoices):
    """What somebody who was paged answered."""

    ACCEPT = "accept", _("Has it")
    DECLINE = "decline", _("Declined")
    SEEN = "seen", _("Has seen it")


class Via(models.TextChoices):
    """Where the answer came from."""

    PAGE = "page", _("the system")
    LINK = "link", _("the link in the message")
    SMS = "sms", _("a text message")
    VOICE = "voice", _("the telephone")
    PUSH = "push", _("the push message")


class DeclineReason(models.TextChoices):
    """Why somebody cannot take a page."""

    BUSY = "busy", _("With somebody else")
    AWAY = "away", _("Not at work")
    NOT_MINE = "not_mine", _("Not my responsibility")
    CONFLICT = "conflict", _("Too close to the person")


class OverrideKind(models.TextChoices):
    """What an exception does to a schedule."""

    ADD = "add", _("Also on call")
    REMOVE = "remove", _("Not on call")
    REPLACE = "replace", _("In the place of")
