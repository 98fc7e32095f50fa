"""A query built once answers what the same query built anew answers, for every value."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db.models import QuerySet

from core.errors import Undeclared
from core.prepared import Prepared
from incidents.selectors import board
from officers.models import Officer
from officers.selectors import crisis
from tests.cast import NOON, District, arrived, log_call

SOMEBODY = UUID(int=1)


def by_badge(agency_id: UUID, badge: str) -> QuerySet:
    """One officer of an agency, and whether they are on the roster."""
    return Officer.objects.filter(agency_id=agency_id, badge=badge).values("call_sign", "active")


def test_the_answer_is_that_of_the_query_itself_for_each_value_in_turn(district: District, neighbor: District) -> None:
    prepared = Prepared(by_badge, {"agency_id": SOMEBODY, "badge": "?"})
    for place in (district, neighbor):
        for badge in ("C-12", "S-21", "nobody"):
            values = {"agency_id": place.campus.agency_id, "badge": badge}
            assert prepared.rows(**values) == list(by_badge(**values))


def test_a_value_that_looks_like_sql_stays_a_value(district: District) -> None:
    prepared = Prepared(by_badge, {"agency_id": SOMEBODY, "badge": "?"})
    assert prepared.rows(agency_id=district.campus.agency_id, badge="' OR 1=1 --%s") == []


def test_another_agency_is_never_answered_from_what_was_kept(district: District, neighbor: District) -> None:
    at = NOON + timedelta(minutes=1)
    mine, theirs = (crisis.statuses(place.campus.agency_id, at) for place in (district, neighbor))
    assert set(mine) == {district.cit_officer.user_id}
    assert set(theirs) == {neighbor.cit_officer.user_id}
    assert crisis.statuses(uuid4(), at) == {}


def test_a_placeholder_that_the_query_does_not_use_is_a_mistake(district: District) -> None:
    prepared = Prepared(lambda agency_id, badge: by_badge(agency_id, "C-12"), {"agency_id": SOMEBODY, "badge": "?"})
    with pytest.raises(Undeclared):
        prepared.rows(agency_id=district.campus.agency_id, badge="C-12")


def test_a_value_too_few_or_too_many_is_a_mistake(district: District) -> None:
    prepared = Prepared(by_badge, {"agency_id": SOMEBODY, "badge": "?"})
    for values in ({}, {"agency_id": SOMEBODY}, {"agency_id": SOMEBODY, "badge": "C-12", "color": "red"}):
        with pytest.raises(Undeclared):
            prepared.rows(**values)


def test_the_board_reads_what_the_plain_query_reads_before_and_after_a_change(district: District) -> None:
    agency = district.campus.agency_id
    assert board._ROSTER.rows(agency_id=agency) == list(board._roster(agency))
    arrived(district, log_call(district).incident)
    rows = board._ROSTER.rows(agency_id=agency)
    assert rows == list(board._roster(agency))
    assert {row["unit_status"] for row in rows} == {"on_scene", None}


def test_the_bulk_answer_is_that_of_each_person_alone(district: District) -> None:
    for at in (NOON - timedelta(days=900), NOON, NOON + timedelta(days=900)):
        bulk = crisis.statuses(district.campus.agency_id, at)
        for officer in (district.cit_officer, district.other_officer):
            assert bulk.get(officer.user_id, crisis.CrisisStatus(False)) == crisis.crisis_status(officer.user_id, at)
