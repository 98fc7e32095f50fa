"""One row of each noun of places, for the walk over every route."""

from uuid import UUID

from tests.cast import District
from tests.officers.places import scene
from tests.officers.places.scene import time


def stage(district: District) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address."""
    period = scene.period(district, "First", time(8), time(9))
    return {
        "aliases": scene.alias(district).pk,
        "extensions": scene.telephone(district).pk,
        "premises": scene.note(district, "Chemicals").pk,
        "periods": period.pk,
        "uses": scene.use(district, period).pk,
        # Numbers of telephones are short: no telephone has this one.
        "extension": district.room.pk,
    }
