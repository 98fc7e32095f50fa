"""The gate before a secret: a try is counted before it is verified, so that forty at once are five."""

from django.conf import settings
from django.db import connection

from core.models import Attempt

_RESERVE = """
    INSERT INTO core_attempt AS a (kind, key, tries, since) VALUES (%s, %s, 1, statement_timestamp())
    ON CONFLICT (kind, key) DO UPDATE SET
      tries = CASE WHEN a.tries < %s AND a.since < statement_timestamp() - make_interval(mins => %s)
                   THEN 1 ELSE least(a.tries + 1, 32000) END,
      since = CASE WHEN a.tries < %s AND a.since < statement_timestamp() - make_interval(mins => %s)
                   THEN statement_timestamp() ELSE a.since END
    RETURNING tries
"""


def reserve(kind: str, identifier: str) -> bool:
    """Count one try; False when the limit is passed and nothing may be verified any more."""
    limit, minutes = settings.LOCKOUT_ATTEMPTS, settings.LOCKOUT_WINDOW_MIN
    with connection.cursor() as cursor:
        cursor.execute(_RESERVE, [kind, _key(identifier), limit, minutes, limit, minutes])
        row = cursor.fetchone()
    return bool(row is not None and row[0] <= limit)


def release(kind: str, identifier: str) -> bool:
    """Forget the tries, after a success or by an administrator; whether there were any."""
    deleted, _ = Attempt.objects.filter(kind=kind, key=_key(identifier)).delete()
    return bool(deleted)


def _key(identifier: str) -> str:
    """One person is one key, however the address is written."""
    return identifier.strip().casefold()[:190]
