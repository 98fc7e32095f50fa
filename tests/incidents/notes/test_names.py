"""Names are shown when somebody asks, and the ledger knows who asked."""

import pytest

from core.errors import Forbidden
from core.models import Event
from incidents.models import Incident, Subject
from incidents.services import names
from tests.cast import District, arrived, log_call
from tests.incidents.duplicates.told import merge


def with_person(district: District, name: str = "Lee Example") -> Incident:
    incident = log_call(district).incident
    Subject.objects.create(agency=district.campus.agency, incident=incident, role="student", name=name, grade="g10")
    return incident


def test_who_asked_is_kept_and_the_name_is_not(district: District) -> None:
    incident = with_person(district)
    arrived(district, incident)
    for actor in (district.dispatcher, district.officer(district.cit_officer)):
        assert [person.name for person in names.show(incident, actor=actor)] == ["Lee Example"]
    shown = Event.objects.filter(type="subject.shown", case_id=incident.case_id)
    assert [str(district.dispatcher.id) in event.payload for event in shown.order_by("at")] == [True, False]
    for event in shown:
        assert "Example" not in event.payload
        assert event.facts == {"count": 1}


def test_the_people_of_merged_incidents_are_among_them(district: District) -> None:
    goes_on, other = with_person(district), with_person(district, "Kim Sample")
    merge(district, other, goes_on)
    assert [person.name for person in names.show(goes_on, actor=district.dispatcher)] == ["Lee Example", "Kim Sample"]


def test_nobody_else_sees_a_name_and_nothing_is_written(district: District, neighbor: District) -> None:
    incident = with_person(district)
    for actor in (district.officer(district.other_officer), neighbor.supervisor):
        with pytest.raises(Forbidden):
            names.show(incident, actor=actor)
    assert not Event.objects.filter(type="subject.shown").exists()
