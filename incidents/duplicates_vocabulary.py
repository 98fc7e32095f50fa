"""Why incidents become one, and why they do not stay one. Slugs are never re-used."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MergeReason(models.TextChoices):
    """Why an incident goes on in another."""

    SAME_EVENT = "same_event", _("The same event")
    SAME_PERSON = "same_person", _("The same person")
    LOGGED_TWICE = "logged_twice", _("Logged twice")


class SplitReason(models.TextChoices):
    """Why a call becomes an incident of its own."""

    OTHER_EVENT = "other_event", _("Another event")
    OTHER_PERSON = "other_person", _("Another person")
    OTHER_PLACE = "other_place", _("Another place")
    BY_MISTAKE = "by_mistake", _("Added by mistake")
