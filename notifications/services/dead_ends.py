"""A step whose messages will all never arrive does not wait for its time."""

from django.db import connection

from notifications.models import Delivery

_DEAD_END = """
    UPDATE notifications_page p SET next_step_at = statement_timestamp()
     WHERE p.id = %s AND p.status = 'open' AND p.step_no = %s AND p.loop_no = %s
       AND NOT EXISTS (SELECT FROM notifications_delivery d
                        WHERE d.page_id = p.id AND d.step_no = p.step_no AND d.loop_no = p.loop_no
                          AND d.state NOT IN ('failed', 'cancelled', 'expired'))
"""


def step_failed(delivery: Delivery) -> None:
    """A message that will never arrive: when it was the step's last, the next step does not wait."""
    if delivery.page_id is None:
        return
    with connection.cursor() as cursor:
        cursor.execute(_DEAD_END, [delivery.page_id, delivery.step_no, delivery.loop_no])
