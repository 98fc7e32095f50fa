"""People of the tests: somebody of an incident, and somebody who is met again."""

from datetime import date, datetime
from typing import Any

from incidents.models import Incident, Person, Subject
from incidents.selectors import people_keys
from tests.cast import NOON, District, log_call

GROWN = date(1980, 5, 6)


def subject(district: District, incident: Incident | None = None, **known: Any) -> Subject:
    """Somebody an incident is about: an adult unless said otherwise."""
    where = incident or log_call(district).incident
    given = {"role": "visitor", "name": "Larkspur Aster", "is_minor": False, **known}
    return Subject.objects.create(agency=district.campus.agency, incident=where, **given)


def known(district: District, **facts: Any) -> Person:
    """Somebody on file: an adult unless said otherwise."""
    given = {
        "given_name": "Larkspur",
        "family_name": "Aster",
        "birth_date": GROWN,
        "role": "visitor",
        "campus": district.campus,
        **facts,
    }
    made = Person(agency=district.campus.agency, **given)
    made.search_keys = people_keys.of(made)
    made.save()
    return made


def child(district: District, **facts: Any) -> Person:
    """A student."""
    return known(district, **{"birth_date": date(2011, 5, 6), "role": "student", "student_number": "D1001", **facts})


def met(district: District, person: Person, at: datetime = NOON, **facts: Any) -> Subject:
    """An encounter with somebody on file."""
    return subject(district, log_call(district, at=at).incident, person=person, **facts)
