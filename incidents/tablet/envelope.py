"""The outside of a command: its headers and the frame of its body, before anybody looks at what it says."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from rest_framework import serializers

KEY = re.compile(r'"?([0-9a-fA-F-]{36})"?')
VERSION = re.compile(r'"v(\d{1,9})"')
MOST = 2**31 - 1
LONGEST_SEALED = 700_000
# Device clocks may be wrong; these days still have a calendar on both sides.
FIRST_DAY, LAST_DAY = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


class SealedIn(serializers.Serializer[Any]):
    """A closed body."""

    kid = serializers.CharField(max_length=32)
    epk = serializers.CharField(max_length=120)
    iv = serializers.CharField(max_length=24)
    ct = serializers.CharField(max_length=LONGEST_SEALED)


class FrameIn(serializers.Serializer[Any]):
    """What is readable of every command: exactly one of `data` and `sealed` holds the rest."""

    kind = serializers.CharField(max_length=24)
    seq = serializers.IntegerField(min_value=1, max_value=MOST)
    captured_at = serializers.DateTimeField()
    sealed = SealedIn(required=False)
    supersedes = serializers.UUIDField(required=False)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """`data` is a word of the serializer itself, so it cannot be declared as the others are."""
        return {**super().get_fields(), "data": serializers.DictField(required=False)}

    def validate_captured_at(self, value: datetime) -> datetime:
        """A day that every calendar reaches."""
        return sane(value)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """One body, not two and not none."""
        if ("data" in attrs) == ("sealed" in attrs):
            raise serializers.ValidationError(_("Send either data or sealed."))
        return attrs


@dataclass(frozen=True, slots=True)
class Sent:
    """One command as it came in."""

    key: UUID
    kind: str
    captured_at: datetime
    digest: str
    seq: int | None = None
    sent_at: datetime | None = None
    version: int | None = None
    data: Mapping[str, Any] | None = None
    sealed: Mapping[str, str] | None = None
    body: str = ""
    supersedes: UUID | None = None


def seq_of(raw: bytes) -> int | None:
    """The number in a body that could not be taken, if it says one."""
    try:
        frame = json.loads(raw)
    except ValueError:
        return None
    seq = frame.get("seq") if isinstance(frame, dict) else None
    return seq if type(seq) is int and 1 <= seq <= MOST else None


def sane(value: datetime) -> datetime:
    """The time, brought into the calendar that both sides know."""
    return min(max(value, FIRST_DAY), LAST_DAY)


def key_of(header: str) -> UUID | None:
    """The key of a quoted structured-field string."""
    found = KEY.fullmatch(header.strip())
    try:
        return UUID(found[1]) if found else None
    except ValueError:
        return None


def version_of(header: str) -> int | None:
    """17 of "v17"."""
    found = VERSION.fullmatch(header.strip())
    return int(found[1]) if found else None


def digest_of(incident: UUID, if_match: str, body: bytes) -> str:
    """What makes a repeat the same request."""
    return hashlib.sha256(b"|".join((str(incident).encode(), if_match.encode(), body))).hexdigest()
