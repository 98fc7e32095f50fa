"""The words of every message: constant, without a person, a place or a reason."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from notifications.models import Delivery


def subject_and_body(delivery: Delivery, language: str) -> tuple[str, str]:
    """Subject and text in the reader's language; they hold a number and "sign in", nothing else."""
    with override(language):
        sentence = {
            "referral.requested": _("A referral waits for your team."),
            "referral.acknowledged": _("Your referral was acknowledged."),
            "referral.started": _("First contact was made on your referral."),
            "referral.completed": _("Your referral was closed."),
            "referral.failed": _("Your referral was closed."),
            # The sender learns that it ended, not how.
            "referral.declined": _("Your referral was closed."),
            "referral.recalled": _("A referral to your team was taken back."),
            "training.due": _("A training that concerns you is due or has lapsed."),
        }[delivery.kind]
        link = f"{settings.PUBLIC_URL}{delivery.path}"
        body = _("%(sentence)s\nNumber %(number)s. Sign in to read it: %(link)s\n") % {
            "sentence": sentence,
            "number": delivery.reference,
            "link": link,
        }
        return _("CIT Dispatch: %(number)s") % {"number": delivery.reference}, body
