"""One version of the script and one open hand-off, for the walk over every route."""

from uuid import UUID

from incidents.models import Incident
from incidents.services import handoffs, scripts
from tests.cast import NOON, District


def stage(district: District, incident: Incident) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address."""
    draft = scripts.write(district.campus.agency, actor=district.supervisor, title="Winter", at=NOON)
    called = handoffs.start(incident, actor=district.dispatcher, destination="mobile_crisis", at=NOON)
    return {"script": draft.pk, "handoffs": called.pk}
