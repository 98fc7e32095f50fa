"""The campuses of an agency, each counted once, are the agency."""

from datetime import date, timedelta

from django.test import Client

from officers.models import Building, Room, User
from outcomes import selectors
from outcomes.definitions import DEFINITIONS
from outcomes.figures import COUNTED
from outcomes.period import Period
from outcomes.reports import report
from tests.cast import NOON, District, counselors, log_call
from tests.outcomes.stories import case, followed, second_campus, unanswered

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31), "America/Denver")


def two_campuses(district: District) -> None:
    """Cases at one campus, calls at another, and a third where nothing happened."""
    team, (counselor,) = counselors(district, "Marigold")
    first = case(district, force_highest=3, force_reportable=True)
    followed(first, team, counselor, "services_received", loop=True)
    case(district, at=NOON + timedelta(hours=2), primary_outcome="arrest_custody")
    unanswered(district)
    other = second_campus(district, "BMS")
    second_campus(district, "CES")
    building = Building.objects.create(agency=other.agency, campus=other, name="A")
    room = Room.objects.create(agency=other.agency, building=building, name="A-1", nearest_door="A")
    there = District(other, room, *[getattr(district, name) for name in PEOPLE])
    for _ in range(3):
        log_call(there)


PEOPLE = ("dispatcher", "supervisor", "cit_officer", "other_officer")


def test_every_count_of_the_campuses_adds_up_to_the_agencys(district: District) -> None:
    two_campuses(district)
    whole, split = selectors.counts(district.supervisor, MARCH)
    assert set(split) == {"AHS", "BMS", "CES"}
    for name in COUNTED:
        assert sum(getattr(row, name) for row in split.values()) == getattr(whole, name), name
    assert (split["AHS"].incidents, split["BMS"].incidents, split["CES"].incidents) == (3, 3, 0)
    assert (whole.force_reportable, whole.loops_closed) == (1, 1)


def test_months_added_up_are_the_period(district: District) -> None:
    two_campuses(district)
    case(district, at=NOON - timedelta(days=40))
    period = Period(date(2026, 1, 1), date(2026, 3, 31), "America/Denver")
    whole, _split = selectors.counts(district.supervisor, period)
    buckets = selectors.series(district.supervisor, period)
    assert sum(one.incidents for one in buckets) == whole.incidents == 7
    assert sum(one.crisis for one in buckets) == whole.crisis


def test_a_neighbors_cases_are_in_no_campus_of_ours(district: District, neighbor: District) -> None:
    two_campuses(neighbor)
    unanswered(district)
    whole, split = selectors.counts(district.supervisor, MARCH)
    assert (whole.incidents, set(split)) == (1, {"AHS"})


def test_the_table_of_campuses_hides_what_its_total_would_tell(district: District) -> None:
    two_campuses(district)
    shown = report(district.supervisor, {"since": MARCH.since, "until": MARCH.until, "campus": ""})
    cells = {row.code: row.cells[0] for row in shown.rows}
    assert cells == {"AHS": None, "BMS": None, "CES": None}


def test_every_figure_of_the_page_leads_to_its_definition(district: District, client: Client) -> None:
    client.force_login(User.objects.get(pk=district.supervisor.id))
    page = client.get("/outcomes/?since=2026-03-01&until=2026-03-31").content.decode()
    defined = client.get("/outcomes/definitions/").content.decode()
    for one in DEFINITIONS:
        assert f"/outcomes/definitions/#{one.key}" in page
        assert defined.count(f'id="{one.key}"') == 1
        assert str(one.text) in defined
