"""What can happen to a referral."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType, declare

declare(
    EventType("referral.requested", _("Referral %(number)s was sent"), frozenset({"number", "urgency"})),
    EventType("referral.acknowledged", _("Someone has it")),
    EventType("referral.declined", _("The team declined"), frozenset({"reason"})),
    EventType("referral.recalled", _("The sender took it back"), frozenset({"reason"})),
    EventType("referral.contact_logged", _("A contact attempt was logged"), frozenset({"channel", "result"})),
    EventType("referral.started", _("First contact was made"), frozenset({"channel"})),
    EventType("referral.completed", _("It was completed"), frozenset({"outcome"})),
    EventType("referral.failed", _("It ended without help"), frozenset({"outcome"})),
    EventType("referral.feedback_acknowledged", _("The sender has seen how it ended")),
    EventType("referral.next_step_recorded", _("The next step was recorded"), frozenset({"next_step"})),
)
