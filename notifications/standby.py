"""The second way to send: watches over Celery, and makes its passes while Celery does not."""

from django.db import connection

from core import heartbeats
from notifications.engine import tick

EVERY_S = 1.0
SILENT_S, LATE_MS = 5.0, 5000
# What waits longest: an effect, the step of a page, a message, or one in a dead process's hands whose lease is over.
_LATE = """
    SELECT coalesce(extract(epoch FROM statement_timestamp() - least(
      (SELECT min(due_at) FROM core_outbox WHERE lane = 'paging' AND done_at IS NULL AND attempts = 0),
      (SELECT min(next_step_at) FROM notifications_page WHERE status IN ('open', 'exhausted')),
      (SELECT min(due_at) FROM notifications_delivery WHERE state IN ('pending', 'sending')))) * 1000, 0)
"""


def late_ms() -> int:
    """By how many milliseconds the longest due row is late; 0 when nothing is due."""
    with connection.cursor() as cursor:
        cursor.execute(_LATE)
        return max(0, int(cursor.fetchone()[0]))


def needed() -> bool:
    """Whether nobody has been round lately, or something due is left lying."""
    age = heartbeats.age_s("celery")
    return age is None or age > SILENT_S or late_ms() > LATE_MS


def look() -> int:
    """One look, and one pass if it is needed; answers how much was handled."""
    handled = tick() if needed() else 0
    heartbeats.beat("standby", late_ms())
    return handled
