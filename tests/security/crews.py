"""One row of each noun around the units of an incident, for the walk over every route."""

from datetime import timedelta
from uuid import UUID

from incidents.models import Desk, Handover, Incident, Lookout, PendingCall
from tests.cast import NOON, District


def stage(district: District, incident: Incident) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address."""
    me, by = {"agency": district.campus.agency}, district.dispatcher.person
    desk = Desk.objects.create(name="North desk", **me)
    lookout = Lookout.objects.create(
        number="26-0901",
        kind="bolo",
        text="A grey bicycle",
        issued_by_id=by,
        issued_at=NOON,
        expires_at=NOON + timedelta(days=3650),
        **me,
    )
    waiting = PendingCall.objects.create(incident=incident, officer=district.other_officer, by_id=by, at=NOON, **me)
    offer = Handover.objects.create(incident=incident, to_desk=desk, note="Please take it", by_id=by, at=NOON, **me)
    return {
        "units": district.other_officer.pk,
        "pending": waiting.pk,
        "handovers": offer.pk,
        "lookouts": lookout.pk,
    }
