"""Proof of which unit a list put first when it was shown.

Between the page and the click a better unit can become free. The desk chose the first of what it saw, so it is not
asked why: the page carries this seal, and the service reads it. A seal is for one incident and lasts a few minutes.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.core.signing import BadSignature, Signer

from incidents.ranking import Recommendation

LASTS = timedelta(minutes=5)
LONGEST = 400
_signer = Signer(salt="incidents.shown")


def seal(incident_id: UUID, found: Recommendation, at: datetime) -> str:
    """What the page carries; empty when nobody can be sent."""
    if found.first is None:
        return ""
    return _signer.sign(f"{incident_id}|{found.first.unit.key}|{at.isoformat()}")


def passed_on(sealed: str, from_id: UUID, to_id: UUID, at: datetime) -> str:
    """The same proof for another record: a list shown beside a call form belongs to the incident that comes of it."""
    unit = first_of(sealed, from_id, at) if sealed else None
    return _signer.sign(f"{to_id}|{unit}|{at.isoformat()}") if unit else ""


def first_of(sealed: str, incident_id: UUID, at: datetime) -> UUID | None:
    """The unit that was shown first; None for a seal that is foreign, broken or old."""
    try:
        incident, unit, shown_at = _signer.unsign(sealed).split("|")
    except BadSignature:
        return None
    if incident != str(incident_id) or not timedelta() <= at - datetime.fromisoformat(shown_at) <= LASTS:
        return None
    return UUID(unit)
