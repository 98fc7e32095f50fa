"""Keeps the feed short: a screen that was away for longer than this looks at everything again."""

from django.db import connection

_TRIM = "DELETE FROM core_feed WHERE at < now() - interval '48 hours'"


def trim() -> int:
    """Delete what is older than two days, and say how much that was."""
    with connection.cursor() as cursor:
        cursor.execute(_TRIM)
        return int(cursor.rowcount)
