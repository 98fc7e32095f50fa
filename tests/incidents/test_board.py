"""The board: what it shows, what it costs, and for whom it does not exist."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from incidents.models import Incident
from incidents.selectors.board import _LISTED, listed
from incidents.services import assessments, assignments
from tests.cast import CALM, NOON, District, arrived, build, log_call
from tests.database import run_as_admin
from tests.incidents.desk import signed_in

CLOSED = """
INSERT INTO incidents_incident (id, version, case_id, agency_id, number, status, campus_id, nature, priority,
       place_text, origin, cit_required, cit_triggers, cit_unavailable_reason, received_at, closed_at, close_reason)
SELECT gen_random_uuid(), 1, gen_random_uuid(), agency_id, 'H-' || n, 'closed', campus_id, nature, priority, '',
       origin, true, '{}', '', received_at, received_at, 'no_report'
  FROM incidents_incident, generate_series(1, 2000) AS n
"""


def statements(client: Client, path: str) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as found:
        assert client.get(path).status_code == 200
    return len(found)


def test_the_board_shows_an_incident_with_its_unit_and_every_officer(district: District) -> None:
    arrived(district, log_call(district).incident)
    log_call(district, nature="panic_anxiety")
    page = signed_in(district.dispatcher).get("/board/").content.decode()
    assert "26-0001" in page
    assert "Agave High School, B-204" in page
    assert page.count("C-12") >= 2
    assert "S-21" in page
    assert "Not CIT" in page
    # Who waits for a unit stands first, whatever its priority.
    page = signed_in(district.dispatcher).get("/board/queue/").content.decode()
    assert page.index("Panic or anxiety") < page.index("Suicidal thoughts")


def test_its_fragment_is_a_part_and_not_a_page(district: District) -> None:
    log_call(district)
    answer = signed_in(district.dispatcher).get("/board/queue/")
    assert "<html" not in answer.content.decode()
    assert "26-0001" in answer.content.decode()


def test_who_does_not_dispatch_is_refused_and_who_is_signed_out_is_sent_to_log_in(district: District) -> None:
    assert signed_in(district.officer(district.cit_officer)).get("/board/").status_code == 403
    assert Client().get("/board/").status_code == 302


def test_a_filter_that_the_board_does_not_know_is_refused(district: District) -> None:
    assert signed_in(district.dispatcher).get("/board/?agency=1").status_code == 400


def test_a_stranger_sees_an_empty_board(district: District, neighbor: District) -> None:
    log_call(district)
    page = signed_in(neighbor.dispatcher).get("/board/").content.decode()
    assert "26-0001" not in page
    assert "Agave High School, B-204" not in page


@pytest.mark.parametrize("path", ["/board/", "/board/queue/", "/board/units/"])
def test_a_panel_takes_eight_statements_and_the_page_of_all_panels_twenty_however_many_incidents(
    district: District, path: str
) -> None:
    client = signed_in(district.dispatcher)
    for _ in range(5):
        log_call(district)
    few = statements(client, path)
    for _ in range(45):
        log_call(district)
    assert Incident.objects.count() == 50
    assert statements(client, path) == few <= (20 if path == "/board/" else 8)


def test_what_is_closed_leaves_the_board_and_what_is_cleared_stays_until_it_is_closed(district: District) -> None:
    incident = log_call(district).incident
    assessments.assess(incident, actor=district.dispatcher, expected_version=None, answers=CALM, at=NOON)
    part = assignments.send(
        incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=NOON
    )
    assignments.clear(part, actor=district.dispatcher, expected_version=None, at=NOON + timedelta(minutes=1))
    client = signed_in(district.dispatcher)
    assert "Cleared" in client.get("/board/").content.decode()
    version = Incident.objects.get().version
    closed = client.post(f"/incidents/{incident.pk}/close/", {"version": version, "close_reason": "unfounded"})
    assert closed.status_code == 303
    assert incident.number not in client.get("/board/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_open_incidents_are_found_through_the_index_that_holds_no_closed_ones() -> None:
    district = build("sotol")
    log_call(district)
    listed(district.dispatcher)
    sql, template, _names = _LISTED._kept or _LISTED._prepare()
    values = [item if isinstance(item, str | int) else district.campus.agency_id for item in template]
    run_as_admin(CLOSED)
    # The planner must not depend on what the tests before have left it to know.
    run_as_admin("ANALYZE incidents_incident")
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}", values)
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "incident_open" in plan
