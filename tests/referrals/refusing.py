"""A refusal that must leave everything as it was."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from core.models import Event
from referrals.models import ContactAttempt, Referral


def rows() -> tuple[int, int, list[Any]]:
    """Everything that a refusal must leave as it is."""
    kept = list(Referral.objects.order_by("pk").values())
    return Event.objects.count(), ContactAttempt.objects.count(), kept


def refused(error: type[Exception], act: Callable[[], object]) -> str:
    """What the refusal says; nothing may have been written."""
    before = rows()
    with pytest.raises(error) as refusal, transaction.atomic():
        act()
    assert rows() == before
    return str(refusal.value)
