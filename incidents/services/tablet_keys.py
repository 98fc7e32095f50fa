"""The keys that tablets seal to: a new one every 90 days, the old ones for a year, and opening with them."""

import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from core import ledger
from core.actors import system
from core.errors import BrokenRule
from incidents.models import SealingKey
from incidents.tablet import sealing
from officers.models import Agency

GIVEN_OUT = timedelta(days=90)
KEPT = timedelta(days=365)


def current(agency_id: UUID, at: datetime) -> SealingKey:
    """The key to seal to now; the first who asks after 90 days gets a new one."""
    found = _newest(agency_id, at)
    return found or _fresh(agency_id, at)


def _newest(agency_id: UUID, at: datetime) -> SealingKey | None:
    return SealingKey.objects.filter(agency_id=agency_id, since__lte=at, until__gt=at).first()


def _fresh(agency_id: UUID, at: datetime) -> SealingKey:
    with transaction.atomic():
        # Two tablets that ask in one second get one key.
        Agency.objects.select_for_update(no_key=True).get(pk=agency_id)
        found = _newest(agency_id, at)
        if found is not None:
            return found
        kid, jwk, der = sealing.fresh_pair()
        key = SealingKey.objects.create(
            agency_id=agency_id,
            kid=kid,
            jwk=jwk,
            private=sealing.wrap(der, settings.TABLET_KEY, kid, os.urandom(sealing.IV)),
            since=at,
            until=at + GIVEN_OUT,
            expires_at=at + GIVEN_OUT + KEPT,
        )
        ledger.announce("sealing_key.made", record=key, actor=system(agency_id), at=at, facts={"kid": kid})
    return key


def rotate(at: datetime) -> int:
    """Give every agency a key that is in use, and empty the private halves whose time is over."""
    for agency_id in SealingKey.objects.values_list("agency_id", flat=True).distinct():
        current(agency_id, at)
    return SealingKey.objects.filter(expires_at__lte=at).exclude(private="").update(private="")


def opened(agency_id: UUID, sealed: Mapping[str, str], aad: bytes, at: datetime) -> dict[str, Any]:
    """What was sealed, or a refusal that says what does not fit."""
    key = SealingKey.objects.filter(agency_id=agency_id, kid=sealed["kid"], expires_at__gt=at).first()
    if key is None:
        raise BrokenRule(_("This entry was sealed to a key that is unknown here or too old."))
    try:
        der = sealing.unwrap(key.private, settings.TABLET_KEY, key.kid)
        return sealing.unseal(sealed, der, aad)
    except sealing.CannotOpen as error:
        text = _("The seal does not fit: this entry belongs to another device, person, number or kind, or is damaged.")
        raise BrokenRule(text) from error
