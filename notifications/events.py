"""What can happen to a page."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType, declare

STEP = frozenset({"number", "step", "round", "asked"})

declare(
    EventType("page.opened", _("A page about %(number)s was opened"), frozenset({"number", "policy", "urgency"})),
    EventType("page.escalated", _("Step %(step)s of the page about %(number)s asked %(asked)s"), STEP),
    EventType("page.exhausted", _("Nobody answered the page about %(number)s"), STEP),
    EventType("page.acknowledged", _("Somebody has the page"), frozenset({"via"})),
    EventType("page.joined", _("Somebody else has the page, too"), frozenset({"via"})),
    EventType("page.declined", _("Somebody who was paged cannot come"), frozenset({"via", "reason"})),
    EventType("page.snoozed", _("The page asks again in %(minutes)s minutes"), frozenset({"minutes"})),
    EventType("page.reassigned", _("The page was given to somebody else"), frozenset({"to"})),
    EventType("page.reopened", _("The page asks again")),
    EventType("page.resolved", _("The page is over"), frozenset({"because"})),
)
