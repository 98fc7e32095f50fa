"""Drafts of calls, logging and sending in one step: what can happen."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

# Saving a draft is no event: what is typed changes by the second, and belongs to nobody else yet.
TYPES: tuple[EventType, ...] = (EventType("draft.discarded", _("A call that was being taken was discarded")),)
