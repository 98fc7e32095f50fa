"""Numbers people can say on the radio: rising per agency and year, never used twice."""

from uuid import UUID

from django.db import connection

_NEXT = (
    "INSERT INTO core_counter (agency_id, name, year, value) VALUES {} "
    "ON CONFLICT (agency_id, name, year) DO UPDATE SET value = core_counter.value + 1 RETURNING name, value"
)


def next_numbers(agency_id: UUID, year: int, *names: str) -> dict[str, str]:
    """The next number of each kind as "26-0001"; the counter row is held until the transaction ends."""
    ordered = sorted(names)
    values = ", ".join(["(%s, %s, %s, 1)"] * len(ordered))
    parameters = [item for name in ordered for item in (agency_id, name, year)]
    with connection.cursor() as cursor:
        cursor.execute(_NEXT.format(values), parameters)
        rows = cursor.fetchall()
    return {name: f"{year % 100:02d}-{value:04d}" for name, value in rows}
