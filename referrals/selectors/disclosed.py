"""What a recipient reads: the frozen snapshot and nothing live. This alone opens it, and checks its seal each time."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.actors import Actor
from core.errors import DomainError
from core.permissions import require
from incidents.models import DeescalationRecord
from incidents.record_vocabulary import Behavior, Grade, Outcome, RecordNature
from referrals.models import Referral
from referrals.sharing import counselor_payload, seal

log = logging.getLogger(__name__)


class Altered(DomainError):
    """What was shared is not what was frozen."""

    status = 500
    code = "altered"


def disclose(referral: Referral, actor: Actor) -> list[dict[str, str]]:
    """Key, label and text of everything shared; refuses whoever may not read it, and a broken seal."""
    require(actor, "referral.read_content", referral)
    snapshot = referral.snapshots.get()
    if seal(snapshot.payload) != snapshot.sha:
        log.critical("the snapshot of referral %s does not match its seal", referral.pk)
        raise Altered(_("What was shared has been altered since, so it is not shown. Tell your administrator now."))
    return _lines(snapshot.payload)


def preview(record: DeescalationRecord) -> list[dict[str, str]]:
    """Exactly what a referral from this record would share now."""
    return _lines(counselor_payload(record))


def _slugs(choices: Any) -> Callable[[Any], str]:
    def text(value: Any) -> str:
        labels = dict(choices)
        slugs = value if isinstance(value, list) else [value]
        return ", ".join(str(labels.get(slug, slug)) for slug in slugs if slug)

    return text


def _instant(value: Any) -> str:
    return date_format(timezone.localtime(datetime.fromisoformat(value)), "j M Y, H:i")


FIELDS: dict[str, tuple[str | Promise, Callable[[Any], str]]] = {
    "subject_name": (gettext_lazy("Name"), str),
    "grade": (gettext_lazy("Grade"), _slugs(Grade.choices)),
    "campus": (gettext_lazy("Campus"), str),
    "occurred_at": (gettext_lazy("When"), _instant),
    "nature": (gettext_lazy("Kind of crisis"), _slugs(RecordNature.choices)),
    "behaviors": (gettext_lazy("What was seen"), _slugs(Behavior.choices)),
    "immediate_outcome": (gettext_lazy("How it ended that day"), _slugs(Outcome.choices)),
}


def _lines(payload: dict[str, Any]) -> list[dict[str, str]]:
    """In the order of the profile; a key without a label is a mistake of ours and stays hidden."""
    return [
        {"key": key, "label": str(label), "value": text(payload[key]) or _("Not stated")}
        for key, (label, text) in FIELDS.items()
        if key in payload
    ]
