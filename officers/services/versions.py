"""Locking a row without a status, and comparing it with what the caller has read."""

from typing import TypeVar

from django.db import models
from django.utils.translation import gettext as _

from core.errors import Conflict

V = TypeVar("V", bound=models.Model)


def hold(record: V, expected_version: int | None) -> V:
    """The row itself, locked until the transaction ends; Conflict when it has moved on since it was read."""
    locked = type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)
    if expected_version is not None and getattr(locked, "version", None) != expected_version:
        raise Conflict(_("This was changed by someone else a moment ago. Look at it again before you change it."))
    return locked
