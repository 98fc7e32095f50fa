"""The report of overrides: what it counts, whose they are, and what is too small to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from incidents.models import Assignment
from incidents.services import assignments
from officers.models import Officer
from outcomes.small_cells import THRESHOLD
from tests.cast import NOON, District, log_call, officer
from tests.outcomes.test_pages import signed_in

PAGE, API = "/outcomes/overrides/", "/api/v1/outcomes/overrides/"
MARCH = "since=2026-03-01&until=2026-03-31"


@pytest.fixture
def third(district: District) -> Officer:
    return officer(district.campus, "Zinnia", "C-30", cit=True)


def send(district: District, unit: Officer, **said: str) -> Assignment:
    """Sent, and free again at once; what was counted against the unit is not the matter here."""
    incident = log_call(district).incident
    part = assignments.send(incident, actor=district.dispatcher, expected_version=None, officer=unit, at=NOON, **said)
    assignments.clear(part, actor=district.dispatcher, expected_version=None, at=NOON)
    return part


def test_it_counts_sends_overrides_and_their_reasons(district: District, third: Officer) -> None:
    send(district, district.cit_officer)
    send(district, district.other_officer, cit_unavailable_reason="too_far")
    send(district, district.other_officer, cit_unavailable_reason="too_far", override_reason="knows_person")
    told = signed_in(district).get(f"{API}?{MARCH}").json()
    assert (told["sends"], told["overrides"], told["share"]) == (3, 2, 66.7)
    assert [(row["reason"], row["number"]) for row in told["reasons"]] == [("knows_person", 1), ("no_cit_officer", 1)]
    assert (told["cit_required"], told["without_cit"]) == (3, 2)
    assert told["cit_unavailable_reasons"] == [{"reason": "too_far", "label": "Too far", "number": 2}]
    page = signed_in(district).get(f"{PAGE}?{MARCH}").content.decode()
    for words in ("66.7 %", "2 of 3", "Knows the person", "No CIT officer could be sent", "of 3 calls"):
        assert words in page


def test_a_dispatchers_small_number_is_not_shown(district: District, third: Officer) -> None:
    send(district, third, override_reason="special_skill")
    send(district, district.cit_officer, override_reason="special_skill")
    (desk,) = signed_in(district).get(f"{API}?{MARCH}").json()["dispatchers"]
    assert (desk["name"], desk["sends"], desk["overrides"]) == ("Feldspar", 2, None)
    assert "too few" in signed_in(district).get(f"{PAGE}?{MARCH}").content.decode()
    part = Assignment.objects.filter(override_reason="special_skill").get()
    Assignment.objects.bulk_create([Assignment(**_copied(part)) for _ in range(THRESHOLD - 1)])
    (desk,) = signed_in(district).get(f"{API}?{MARCH}").json()["dispatchers"]
    assert desk["overrides"] == THRESHOLD


def _copied(part: Assignment) -> dict[str, object]:
    fields = [field.attname for field in Assignment._meta.concrete_fields if field.name not in ("id", "created_at")]
    return {name: getattr(part, name) for name in fields}


def test_an_empty_period_says_so(district: District) -> None:
    page = signed_in(district).get(f"{PAGE}?since=2020-01-01&until=2020-01-31").content.decode()
    assert "Nobody was sent in this period" in page
    assert page.count("None in this period") == 2


def test_only_a_supervisor_of_this_agency_reads_it(district: District, neighbor: District, third: Officer) -> None:
    send(district, district.cit_officer)
    for path in (PAGE, API):
        assert signed_in(district, "dispatcher").get(path).status_code == 403
        assert signed_in(district).get(f"{path}?campus=AHS").status_code == 400
        assert signed_in(district).get(f"{path}?since=2026-03-02&until=2026-03-01").status_code == 400
    assert signed_in(neighbor).get(f"{API}?{MARCH}").json()["sends"] == 0


def test_the_outcomes_page_leads_there(district: District) -> None:
    assert f'href="{PAGE}"' in signed_in(district).get("/outcomes/").content.decode()


def test_the_number_of_statements_does_not_grow(district: District, third: Officer) -> None:
    client, counts = signed_in(district), []
    client.get(f"{PAGE}?{MARCH}")
    for _ in range(2):
        with CaptureQueriesContext(connection) as found:
            client.get(f"{PAGE}?{MARCH}")
        counts.append(len(found))
        send(district, district.cit_officer, override_reason="knows_person")
        send(district, district.other_officer, cit_unavailable_reason="too_far")
    assert counts[0] == counts[1] <= 10
