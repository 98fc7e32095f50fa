"""A child who was met at the case's incident, and two rows of one adult, for the walk over every route."""

from datetime import date
from uuid import UUID

from incidents.models import Guardian, Incident, Person, Subject
from incidents.selectors import people_keys
from incidents.services import people_merge
from tests.cast import NOON, District


def stage(district: District, incident: Incident) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address."""
    child = _person(district, "Larkspur", date(2011, 5, 6))
    Subject.objects.create(
        agency=district.campus.agency, incident=incident, role="student", name="Larkspur Aster", person=child
    )
    asked = Subject.objects.create(agency=district.campus.agency, incident=incident, role="student", name="Aster")
    done = people_merge.merge(
        _person(district, "Jasper", date(1980, 5, 6)),
        actor=district.supervisor,
        absorbed=_person(district, "Jaspar", date(1980, 5, 6)),
        reason="One person",
        expected_version=None,
        other_version=None,
        at=NOON,
    )
    guardian = Guardian.objects.create(agency=district.campus.agency, person=child, name="Feldspar Aster")
    return {"people": child.pk, "guardians": guardian.pk, "merges": done.pk, "subjects": asked.pk}


def _person(district: District, name: str, born: date) -> Person:
    made = Person(agency=district.campus.agency, given_name=name, family_name="Aster", birth_date=born, role="student")
    made.search_keys = people_keys.of(made)
    made.save()
    return made
