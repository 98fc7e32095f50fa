"""The row of a command's key: whoever inserts it acts; whoever comes second waits, and reads its answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils.translation import gettext as _

from core.actors import Actor
from core.errors import Conflict
from incidents.models import Device, Incident, TabletCommand
from incidents.tablet.envelope import Sent
from incidents.tablet.times import Times

PATIENCE = "5s"
LOCK_TIMEOUT, DEADLOCK = "55P03", "40P01"


class Busy(Conflict):
    """The first one still runs, or somebody holds the incident: nothing was stored, ask again."""

    code = "busy"


@contextmanager
def patient() -> Iterator[None]:
    """A transaction that waits five seconds for any lock, and then says so instead of hanging."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
            yield
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", "") not in (LOCK_TIMEOUT, DEADLOCK):
            raise
        raise Busy(_("This is being worked on. Send it again in a moment.")) from error


def claim(incident: Incident, actor: Actor, device: Device | None, sent: Sent, times: Times) -> TabletCommand | None:
    """The fresh row, or None when this key has one already."""
    row = _row(incident, actor, device, sent, times)
    taken = _insert(row)
    if taken == "tablet_command_seq":
        # A repeat has its number and its key again. Another key with this number is kept without the number.
        row.client_seq = None
        taken = _insert(row)
    return None if taken else row


def _insert(row: TabletCommand) -> str:
    """Empty, or the constraint that another row fills; a row that is not committed yet is waited for here."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        cause: Any = error.__cause__
        return str(cause.diag.constraint_name)
    return ""


def earlier(actor: Actor, sent: Sent) -> TabletCommand:
    """The row that this key has."""
    return TabletCommand.objects.get(user=actor.person, idempotency_key=sent.key)


def _row(incident: Incident, actor: Actor, device: Device | None, sent: Sent, times: Times) -> TabletCommand:
    return TabletCommand(
        agency_id=incident.agency_id,
        case_id=incident.case_id,
        incident=incident,
        user_id=actor.person,
        device=device,
        idempotency_key=sent.key,
        client_seq=sent.seq,
        kind=sent.kind,
        digest=sent.digest,
        captured_at=times.captured_at,
        sent_at=times.sent_at,
        recorded_at=times.recorded_at,
        order_at=times.order_at,
        offset_s=times.offset_s,
        late=times.late,
    )
