"""People as pages: who sees what, with which reason, and that every look is kept."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.utils import ProgrammingError
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core import clock
from core.actors import Actor
from core.models import Event
from incidents.models import JuvenileAccess, Person, PersonAccess, PersonMerge, Subject
from incidents.selectors import contacts, people_search
from incidents.services import people_keeping, people_merge
from officers.models import User
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import NOON, District, arrived, log_call, person
from tests.incidents.people.folk import child, known, met, subject

FIND = {"name": "larkspur", "reason": "Asked by the court"}


def as_(client: Client, actor: Actor) -> Client:
    client.force_login(User.objects.get(pk=actor.id))
    return client


@pytest.fixture
def custodian(district: District) -> Actor:
    return actor_of(person(district.campus.agency, "Basin", Role.CUSTODIAN))


def test_a_search_needs_a_reason_and_is_kept(district: District, client: Client) -> None:
    one = known(district)
    as_(client, district.dispatcher)
    assert client.post("/people/", {"name": "larkspur"}).status_code == 422
    assert not PersonAccess.objects.exists()
    page = client.post("/people/", FIND)
    assert "Larkspur Aster" in page.content.decode()
    look = PersonAccess.objects.get()
    assert (look.reason, look.people, look.act) == ("Asked by the court", [one.pk], "searched")


def test_a_child_is_not_found_outside_an_incident(district: District, client: Client) -> None:
    child(district)
    page = as_(client, district.dispatcher).post("/people/", FIND)
    assert "Larkspur Aster" not in page.content.decode()


def test_a_hidden_child_changes_no_byte_of_the_answer(district: District, client: Client) -> None:
    as_(client, district.dispatcher)
    ask = {"HTTP_X_REQUEST_ID": "same"}
    before = client.post("/api/v1/people/search/", FIND, content_type="application/json", **ask).content
    child(district)
    assert client.post("/api/v1/people/search/", FIND, content_type="application/json", **ask).content == before
    new = {"given_name": "Larkspur", "family_name": "Aster", "student_number": "D1001"}
    made = client.post(f"/api/v1/subjects/{subject(district).pk}/new-person/", new, content_type="application/json")
    assert made.status_code == 201, "no uniqueness tells of the other row"


def test_a_keeper_finds_a_child_and_it_is_kept_in_its_own_stream(
    district: District, client: Client, custodian: Actor
) -> None:
    one = child(district)
    page = as_(client, custodian).post("/people/", FIND)
    assert "Larkspur Aster" in page.content.decode()
    assert JuvenileAccess.objects.get().people == [one.pk]
    assert not PersonAccess.objects.exists()
    assert Event.objects.filter(type="juvenile.looked_up").count() == 1


def test_a_page_opens_after_a_reason_and_not_before(district: District, client: Client, custodian: Actor) -> None:
    one = child(district)
    as_(client, custodian)
    closed = client.get(f"/people/{one.pk}/").content.decode()
    assert "Why do you need this?" in closed
    assert "Larkspur" not in closed
    assert client.post(f"/people/{one.pk}/", {"reason": "Court"}).status_code == 303
    assert "Larkspur Aster" in client.get(f"/people/{one.pk}/").content.decode()
    assert JuvenileAccess.objects.filter(reason="Court").count() == 1


def test_the_stream_only_grows(district: District, client: Client) -> None:
    as_(client, district.dispatcher).post("/people/", FIND)
    with pytest.raises(ProgrammingError, match="only grows"):
        PersonAccess.objects.update(reason="Another")


def test_an_officer_reads_the_child_of_their_own_incident_only(district: District, client: Client) -> None:
    one = child(district)
    arrived(district, met(district, one, at=NOON, role="student", is_minor=True).incident)
    me, other = district.officer(district.cit_officer), district.officer(district.other_officer)
    assert "Larkspur Aster" in as_(client, me).get(f"/people/{one.pk}/").content.decode()
    assert as_(client, other).get(f"/people/{one.pk}/").status_code == 404
    assert JuvenileAccess.objects.get().basis == "incident"


def test_a_minor_of_an_encounter_stays_one_after_growing_up(district: District, client: Client) -> None:
    one = known(district)
    met(district, one, is_minor=True)
    assert as_(client, district.officer(district.other_officer)).get(f"/people/{one.pk}/").status_code == 404


def test_whoever_is_too_near_sees_nobody(district: District, client: Client) -> None:
    one = known(district)
    case = subject(district)
    people_keeping.declare_conflict(one, actor=district.supervisor)
    as_(client, district.supervisor)
    assert client.get(f"/people/{one.pk}/").status_code == 404
    assert "Larkspur Aster" not in client.post("/people/", FIND).content.decode().replace('value="larkspur"', "")
    assert people_search.suggestions(district.supervisor, case, NOON) == []


def test_is_this_links_from_the_incident(district: District, client: Client) -> None:
    one, case = child(district), subject(district, role="student", student_number="D1001")
    as_(client, district.dispatcher)
    page = client.get(f"/subjects/{case.pk}/person/").content.decode()
    assert "same student number" in page
    assert client.post(f"/subjects/{case.pk}/link/", {"person": one.pk}).status_code == 303
    case.refresh_from_db()
    assert case.person == one


def test_the_incident_says_earlier_contacts_as_count_and_result(district: District, client: Client) -> None:
    one = known(district)
    earlier = met(district, one, at=clock.now() - timedelta(days=40)).incident
    type(earlier).objects.filter(pk=earlier.pk).update(status="cancelled", closed_at=NOON, close_reason="handed_off")
    now = met(district, one, at=clock.now()).incident
    page = as_(client, district.dispatcher).get(f"/incidents/{now.pk}/").content.decode()
    assert "1 contact in 12 months" in page
    assert "Handed off" in page
    assert "Larkspur" not in page


def test_contacts_of_many_take_two_statements(district: District) -> None:
    few = [met(district, known(district), at=NOON - timedelta(days=1)) for _ in range(2)]
    many = [*few, *(met(district, known(district), at=NOON - timedelta(days=2)) for _ in range(4))]
    counted = []
    for rows in (few, many):
        with CaptureQueriesContext(connection) as asked:
            contacts.of_subjects(rows, NOON)
        counted.append(len(asked))
    assert counted == [2, 2]


def test_a_year_is_counted_and_the_encounter_itself_is_not(district: District) -> None:
    one = known(district)
    for days in (10, 364, 366):
        met(district, one, at=NOON - timedelta(days=days))
    found = contacts.contacts_of(met(district, one, at=NOON), NOON)
    assert (found.count_12m, found.last_on) == (2, (NOON - timedelta(days=10)).date())


def test_two_rows_are_merged_beside_each_other_and_taken_apart(district: District, client: Client) -> None:
    kept, gone = known(district), known(district, given_name="Larkspurr")
    met(district, gone)
    as_(client, district.supervisor)
    assert "Compare" in client.get(f"/people/{kept.pk}/merge/").content.decode()
    page = client.get(f"/people/{kept.pk}/merge/?other={gone.pk}").content.decode()
    assert "1 encounter" in page
    typed = {"absorbed": gone.pk, "other_version": 1, "version": 1, "reason": "One person"}
    assert client.post(f"/people/{kept.pk}/merge/", typed).status_code == 303
    done = PersonMerge.objects.get()
    assert client.post(f"/people/{kept.pk}/merge/", typed).status_code == 422
    assert "1 encounter" in client.get(f"/merges/{done.pk}/").content.decode()
    assert client.post(f"/merges/{done.pk}/", {"reason": "Two after all"}).status_code == 303
    assert Subject.objects.get().person == gone
    assert people_merge.later(done) == {}


def test_a_diagnosis_without_who_reported_it_is_not_kept(district: District, client: Client) -> None:
    one = known(district)
    as_(client, district.supervisor)
    client.post(f"/people/{one.pk}/", {"reason": "Update"})
    drawn = client.get(f"/people/{one.pk}/edit/").content.decode()
    assert "checked" not in drawn, "nothing is preselected"
    typed = {"version": 1, "given_name": "Larkspur", "family_name": "Aster", "reported_diagnosis": "Something"}
    assert client.post(f"/people/{one.pk}/edit/", typed).status_code == 422
    assert Person.objects.get().reported_diagnosis == ""
    assert client.post(f"/people/{one.pk}/edit/", {**typed, "reported_by": "The mother"}).status_code == 303
    assert Person.objects.get().reported_by == "The mother"


def test_who_looked_is_shown_to_keepers_alone(district: District, client: Client, custodian: Actor) -> None:
    child(district)
    as_(client, custodian).post("/people/", FIND)
    page = client.get("/people/looks/").content.decode()
    assert "Asked by the court" in page
    assert as_(client, district.dispatcher).get("/people/looks/").status_code == 403


def test_the_program_reads_a_person_after_a_reason(district: District, client: Client) -> None:
    one = known(district)
    as_(client, district.supervisor)
    assert client.get(f"/api/v1/people/{one.pk}/").status_code == 403
    given = client.post(f"/api/v1/people/{one.pk}/reasons/", {"reason": "Court"}, content_type="application/json")
    assert given.json()["contacts"]["count_12m"] == 0
    assert client.get(f"/api/v1/people/{one.pk}/").json()["family_name"] == "Aster"


def test_a_stranger_finds_nothing(district: District, neighbor: District, client: Client) -> None:
    one = known(district)
    as_(client, neighbor.supervisor)
    assert client.get(f"/people/{one.pk}/").status_code == 404
    assert client.post("/api/v1/people/search/", FIND, content_type="application/json").json()["results"] == []


def test_a_link_of_a_call_is_not_taken_for_another(district: District, client: Client) -> None:
    one = child(district)
    first, second = subject(district, student_number="D1001"), subject(district, log_call(district).incident)
    as_(client, district.dispatcher).get(f"/subjects/{first.pk}/person/")
    refused = client.post(f"/subjects/{second.pk}/link/", {"person": one.pk})
    assert refused.status_code == 404
