"""What must always hold of messages."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models.functions import Now

from core.invariants import holds
from notifications.models import Delivery

# A lease is 45 seconds; what is due for longer than this has nobody who sends.
GRACE = timedelta(minutes=5)


@holds("no message is due for more than five minutes")
def overdue() -> Iterable[str]:
    """Keys of messages that nobody sends."""
    late = Delivery.objects.filter(state__in=("pending", "sending"), due_at__lt=Now() - GRACE)
    return [f"delivery {key}" for key in late.values_list("pk", flat=True)]
