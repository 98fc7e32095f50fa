"""What the agency holds each circumstance to be worth, in minutes of driving."""

from dataclasses import dataclass, fields

MOST_MINUTES = 60
MOST_HOURS = 24


@dataclass(frozen=True, slots=True)
class Weights:
    """Minutes that a circumstance outweighs, and the hours from which three of them count."""

    version: int = 1
    cit: int = 5
    language: int = 6
    skill: int = 3
    crisis_call: int = 4
    long_duty: int = 3
    long_duty_hours: int = 10
    short_rest: int = 5
    short_rest_hours: int = 8
    stale_place: int = 2
    stale_place_hours: int = 6
    unknown_distance: int = 20


NAMES = tuple(field.name for field in fields(Weights) if field.name != "version")


def bounds(name: str) -> tuple[int, int]:
    """The smallest and the largest number that a weight may be."""
    return (1, MOST_HOURS) if name.endswith("_hours") else (0, MOST_MINUTES)
