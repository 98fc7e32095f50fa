"""What a search finds a person by: all names, number and day of birth, with those of everybody merged into them."""

from incidents.matching.names import keys
from incidents.models import Person

# Digits stand before what is no name, so that no typed name meets it. Merges of merges of merges end somewhere.
NUMBER, BORN = "2", "3"
DEEP = 20


def of(person: Person) -> str:
    """The keys of a person and of the people merged into them."""
    found: dict[str, None] = {}
    for one in family(person):
        found.update(dict.fromkeys(keys((one.name, *one.other_names)).split()))
        found.update(dict.fromkeys((number(one.student_number), born(one))))
    return " ".join(key for key in found if key)


def number(student_number: str) -> str:
    """A student number however it is written."""
    plain = "".join(letter for letter in student_number.casefold() if letter.isascii() and letter.isalnum())
    return NUMBER + plain.lstrip("0") if plain else ""


def born(person: Person) -> str:
    """A day of birth."""
    return f"{BORN}{person.birth_date:%Y%m%d}" if person.birth_date else ""


def family(person: Person) -> list[Person]:
    """The person first, then everybody who was merged into them, also by way of others."""
    found, layer = [person], [person]
    for _step in range(DEEP):
        layer = list(Person.objects.filter(merged_into__in=[one.pk for one in layer], agency_id=person.agency_id))
        found += layer
        if not layer:
            break
    return found
