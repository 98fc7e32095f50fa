"""What a supervisor types about a new person, for the tests of the roster."""

from datetime import date
from typing import Any

from officers.models import Officer
from officers.services import roster
from tests.cast import NOON, District

NEW: dict[str, Any] = {
    "name": "Marigold Flint",
    "email": "marigold.flint@example.org",
    "roles": ["police_officer"],
    "badge": "2040",
    "call_sign": "C-40",
    "pid": "700040",
    "license": "peace_officer",
    "license_number": "L-40",
    "licensed_on": date(2019, 5, 1),
    "license_expires_on": date(2027, 5, 1),
    "hired_on": date(2024, 8, 1),
    "appointed_on": date(2024, 8, 2),
    "placed_on": date(2024, 8, 12),
    "languages": ["es", "en"],
    "skills": ["autism"],
}


def enroll(district: District, **changes: Any) -> Officer:
    """A new person, put on the roster by the supervisor."""
    facts = {**NEW, "home_campus": district.campus, **changes}
    return roster.enroll(facts.pop("home_campus"), actor=facts.pop("actor", district.supervisor), at=NOON, **facts)
