"""Which open incidents are offered to the desk while it takes a call, and what that costs."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.template.loader import render_to_string

from core.errors import Forbidden
from incidents.likeness import Sign
from incidents.models import Call, Incident, Subject
from incidents.selectors import duplicates
from incidents.services import incidents
from incidents.views.duplicates import likely_rows
from tests.cast import NOON, District, log_call

SOON = NOON + timedelta(minutes=3)


def found(district: District, at: datetime = SOON, **changes: Any) -> list[Any]:
    said: dict[str, Any] = {"campus": district.campus.pk, "room": district.room.pk}
    return duplicates.likely(district.dispatcher, at=at, **{**said, **changes})


def test_the_call_before_is_offered_with_its_reason(district: District) -> None:
    incident = log_call(district).incident
    (like,) = found(district, nature="self_harm", callback="505 555-0101")
    assert like.known.key == str(incident.pk)
    assert like.signs == (Sign.CALLBACK, Sign.ROOM, Sign.FAMILY)
    page = render_to_string("incidents/duplicates/_likely.html", {"likely": likely_rows([like])})
    assert "same callback number, same room, similar nature, 3 min ago" in page
    assert f'name="attach_to" value="{incident.pk}"' in page
    assert f"Add to {incident.number}" in page


def test_without_a_likely_incident_nothing_is_drawn(district: District) -> None:
    assert render_to_string("incidents/duplicates/_likely.html", {"likely": likely_rows(found(district))}).strip() == ""


def test_the_same_student_is_found_wherever_they_went_on_the_campus(district: District) -> None:
    incident = log_call(district, nature="medical", room=None).incident
    Subject.objects.create(agency=district.campus.agency, incident=incident, role="student", student_number="S-77")
    (like,) = found(district, room=None, nature="self_harm", subjects=[{"name": "", "student_number": "s77"}])
    assert like.signs == (Sign.PERSON,)


def test_a_second_call_keeps_the_incident_likely(district: District) -> None:
    first = log_call(district)
    Call.objects.create(
        agency_id=first.agency_id,
        incident=first.incident,
        case_id=first.case_id,
        number="26-9999",
        client_key=uuid4(),
        taken_by_id=district.dispatcher.person,
        received_at=NOON + timedelta(minutes=20),
        received_via="radio",
        caller_role="nurse",
        said="The same again.",
    )
    assert found(district, at=NOON + timedelta(minutes=30))


def test_what_is_over_elsewhere_or_long_ago_is_not_offered(district: District, neighbor: District) -> None:
    log_call(neighbor)
    assert found(district) == []
    incident = log_call(district).incident
    assert found(district, at=NOON + timedelta(minutes=16)) == []
    assert found(district, campus=None) == []
    assert found(district, campus=neighbor.campus.pk) == []
    incidents.cancel(incident, actor=district.dispatcher, expected_version=None, close_reason="unfounded")
    assert found(district) == []


def test_only_who_takes_calls_is_told(district: District) -> None:
    log_call(district)
    with pytest.raises(Forbidden):
        duplicates.likely(district.officer(district.cit_officer), campus=district.campus.pk, at=SOON)


def many(district: District, count: int) -> None:
    """Open incidents with their calls, straight into the tables."""
    agency = district.campus.agency_id
    shared = {"agency_id": agency, "campus": district.campus, "room": district.room, "nature": "panic_anxiety"}
    rows = [
        Incident(**shared, case_id=uuid4(), number=f"25-{number:04d}", priority="p3", received_at=NOON)
        for number in range(count)
    ]
    Incident.objects.bulk_create(rows)
    said = {"taken_by_id": district.dispatcher.person, "received_via": "radio", "caller_role": "nurse", "said": "x"}
    Call.objects.bulk_create(
        Call(
            agency_id=agency,
            incident=row,
            case_id=row.case_id,
            number=row.number,
            client_key=uuid4(),
            received_at=NOON,
            callback="505 555 7777",
            caller_name="R. Nurse",
            **said,
        )
        for row in rows
    )


@pytest.mark.parametrize("count", [2, 500])
def test_it_asks_as_much_of_the_database_with_five_hundred_open_incidents(
    district: District, count: int, django_assert_num_queries: Any
) -> None:
    many(district, count)
    incident = log_call(district, caller_name="A. Whitman").incident
    with django_assert_num_queries(2):
        offered = found(district, caller_name="A. Whitman", nature="panic_anxiety")
    assert offered[0].known.key == str(incident.pk)
    assert len(offered) == min(count + 1, 3)
