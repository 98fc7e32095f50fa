"""The header that makes a repeated request harmless, as a field of the body it belongs to."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

_MISSING = _("Send the header Idempotency-Key with a new UUID, and with the same one when you repeat the request.")


class IdempotencyKeyField(serializers.UUIDField):
    """The field is filled from the header, so its refusals speak of the header."""

    def __init__(self, **options: Any) -> None:
        super().__init__(error_messages=dict.fromkeys(("required", "null", "invalid"), _MISSING), **options)
