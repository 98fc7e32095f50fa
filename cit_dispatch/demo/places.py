"""The places of the invented district: ten campuses, their buildings, rooms and doors, and the minutes between."""

from dataclasses import dataclass

from officers.models import Agency, Building, Campus, Room, TravelTime

# name, code, kind, enrollment, position on a rough map in minutes of driving
CAMPUSES = (
    ("Agave Elementary", "AGE", "elementary", 450, (0, 2)),
    ("Cholla Elementary", "CHE", "elementary", 450, (3, 0)),
    ("Mesquite Elementary", "MSE", "elementary", 450, (6, 2)),
    ("Ocotillo Elementary", "OCE", "elementary", 450, (2, 6)),
    ("Saltbush Elementary", "SBE", "elementary", 450, (8, 5)),
    ("Yucca Elementary", "YUE", "elementary", 450, (5, 8)),
    ("Basalt Middle School", "BMS", "middle", 750, (2, 3)),
    ("Gypsum Middle School", "GMS", "middle", 750, (6, 6)),
    ("Sotol High School", "SHS", "high", 1500, (4, 4)),
    ("Quartz Academy", "QAC", "academy", 300, (9, 1)),
)
BUILDINGS = ("A", "B", "C")
ROOMS = ("101", "102", "204", "205")
HERE_MIN = 2


@dataclass(frozen=True)
class Places:
    """The district and its campuses in order."""

    agency: Agency
    campuses: list[Campus]


def build() -> Places:
    """Everything that stands still."""
    agency = Agency.objects.create(name="Sotol Ridge ISD Police", short_name="sotol", time_zone="America/Denver")
    campuses = Campus.objects.bulk_create(
        [Campus(agency=agency, name=n, code=c, kind=k, enrollment=e) for n, c, k, e, _ in CAMPUSES]
    )
    buildings = Building.objects.bulk_create(
        [Building(agency=agency, campus=campus, name=name) for campus in campuses for name in BUILDINGS]
    )
    Room.objects.bulk_create([_room(building, number) for building in buildings for number in ROOMS])
    TravelTime.objects.bulk_create(
        [
            TravelTime(agency=agency, origin=a, destination=b, minutes=_minutes(i, j))
            for i, a in enumerate(campuses)
            for j, b in enumerate(campuses)
        ]
    )
    return Places(agency, campuses)


def _room(building: Building, number: str) -> Room:
    upstairs = number.startswith("2")
    return Room(
        agency_id=building.agency_id,
        building=building,
        name=f"{building.name}-{number}",
        floor=2 if upstairs else 1,
        nearest_door=f"{building.name}{2 if upstairs else 1}",
        directions="Up the stairs, first room on the left" if upstairs else "Straight ahead, second room on the right",
    )


def _minutes(i: int, j: int) -> int:
    (x, y), (u, v) = CAMPUSES[i][4], CAMPUSES[j][4]
    return HERE_MIN + abs(x - u) + abs(y - v)
