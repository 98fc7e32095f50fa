"""The gate before a log-in, opened again by an administrator after too many tries."""

from datetime import datetime

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, gate, ledger
from core.actors import Actor
from core.errors import Conflict
from core.permissions import require
from officers.auth import GATE
from officers.models import User


class ReleaseReason(models.TextChoices):
    """How the administrator knows that it is the person who asks."""

    IN_PERSON = "in_person", _("Seen in person")
    BY_PHONE = "by_phone", _("Called back on the number on file")
    ATTACK_OVER = "attack_over", _("The tries of somebody else are over")


def release(user: User, *, actor: Actor, reason: ReleaseReason, at: datetime | None = None) -> None:
    """Forget the tries, and keep who did so and why; without tries there is nothing to record."""
    require(actor, "account.release", user)
    with transaction.atomic():
        if not gate.release(GATE, user.email):
            raise Conflict(_("There are no failed tries: this log-in is open."))
        event = ledger.Entry("account.released", user, {"reason": reason.value})
        ledger.announce_all([event], actor=actor, at=at or clock.now())
