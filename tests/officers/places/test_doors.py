"""A form, a request body and a service name the same things; pages and programs do the same with them."""

import inspect
import json
from typing import Any

import pytest
from django.test import Client

from core.actors import Actor
from core.web.doors import Door
from officers.doors.places import DOORS, KINDS
from officers.models import Agency, BellPeriod, Campus, PlaceAlias, Room, User
from officers.roles import Role
from officers.selectors import actor_of
from officers.selectors.places_kept import KEPT, PAGE
from officers.views import place_rows_shown as shown
from tests.cast import District, person
from tests.officers.places import scene
from tests.officers.places.test_rows import SERVICES, add

NOT_TYPED = {"actor", "at"}
NOUNS = list(KINDS)


def browser(actor: Actor) -> Client:
    """A signed-in browser."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.person))
    return client


def typed(district: District, noun: str) -> dict[str, Any]:
    """A row of this kind as a person or a program sends it."""
    where = {"place": "Agave High School, room B-204", "place_key": f"room:{district.room.pk}"}
    if noun == "uses":
        period = scene.period(district, "First", *(scene.time(hour) for hour in (8, 9)))
        return {**where, "period": str(period.pk), "group": "Biology", "adult": "Ms. Quill", "people": 24}
    return {
        "aliases": {**where, "alias": "ln204"},
        "extensions": {**where, "number": "4204", "name": "Wall phone"},
        "premises": {**where, "kind": "hazard", "text": "Chemicals"},
        "periods": {
            "campus": str(district.campus.pk),
            "name": "Period 2",
            "weekdays": [0, 1],
            "starts": "09:00",
            "ends": "10:20",
        },
    }[noun]


def api(actor: Actor, method: str, path: str, body: Any = None) -> Any:
    """One request of a program: its status and its body."""
    data = b"" if body is None else json.dumps(body).encode()
    answer = browser(actor).generic(method, f"/api/v1{path}", data, content_type="application/json")
    return answer.status_code, json.loads(answer.content)


def test_every_kind_has_its_table_its_words_and_its_doors() -> None:
    assert list(KEPT) == NOUNS == list(shown.TITLES) == list(shown.NEW) == list(shown.HEADS) == list(shown.CELLS)
    assert len(NOUNS) == len(SERVICES)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door[0].__module__}.{door[0].__name__}")
def test_form_body_and_service_agree(door: Door) -> None:
    service, form, body = door
    taken = {
        "version" if name == "expected_version" else name for name in list(inspect.signature(service).parameters)[1:]
    }
    assert set(form.base_fields) == set(body._declared_fields) == taken - NOT_TYPED


@pytest.mark.parametrize("noun", NOUNS)
def test_a_program_adds_changes_withdraws_and_restores(district: District, noun: str) -> None:
    body = typed(district, noun)
    status, row = api(district.supervisor, "POST", f"/{noun}/", body)
    assert (status, row["version"], row["actions"]) == (201, 1, ["change", "withdraw"]), row
    path = f"/{noun}/{row['id']}/"
    assert api(district.supervisor, "PUT", path, {**body, "version": 1})[0] == 200
    assert api(district.supervisor, "PUT", path, {**body, "version": 1})[0] == 409
    assert api(district.supervisor, "POST", f"{path}moves/", {"move": "withdraw", "version": 2})[0] == 200
    status, row = api(district.supervisor, "GET", path)
    assert (row["active"], row["version"], row["actions"]) == (False, 3, ["change", "restore"])
    assert api(district.supervisor, "POST", f"{path}moves/", {"move": "restore", "version": 3})[0] == 200
    assert api(district.dispatcher, "GET", path)[1]["actions"] == []
    status, found = api(district.dispatcher, "GET", f"/{noun}/?q=")
    assert (status, [each["id"] for each in found["results"]].count(row["id"])) == (200, 1)


@pytest.mark.parametrize("noun", NOUNS)
def test_the_desk_reads_and_a_stranger_finds_nothing(district: District, neighbor: District, noun: str) -> None:
    row = api(district.supervisor, "POST", f"/{noun}/", typed(district, noun))[1]
    assert api(district.dispatcher, "POST", f"/{noun}/", typed(neighbor, noun))[0] == 403
    assert api(neighbor.supervisor, "GET", f"/{noun}/{row['id']}/")[0] == 404
    assert row["id"] not in [each["id"] for each in api(neighbor.supervisor, "GET", f"/{noun}/")[1]["results"]]
    assert api(district.officer(district.other_officer), "GET", f"/{noun}/")[0] == 403


def test_a_place_or_period_of_another_agency_is_not_known(district: District, neighbor: District) -> None:
    theirs = {**typed(district, "aliases"), "place_key": f"room:{neighbor.room.pk}"}
    assert api(district.supervisor, "POST", "/aliases/", theirs)[0] == 422
    period = scene.period(neighbor, "First", scene.time(8), scene.time(9))
    assert api(district.supervisor, "POST", "/uses/", {**typed(district, "uses"), "period": str(period.pk)})[0] == 400
    campus = {**typed(district, "periods"), "campus": str(neighbor.campus.pk)}
    assert api(district.supervisor, "POST", "/periods/", campus)[0] == 400
    assert not PlaceAlias.objects.exists()


@pytest.mark.parametrize("noun", NOUNS)
def test_a_person_adds_changes_and_withdraws_on_pages(district: District, noun: str) -> None:
    client = browser(actor_of(person(district.campus.agency, "Jasper", Role.SYSTEM_ADMIN)))
    assert client.get(f"/{noun}/new/").status_code == 200
    body = typed(district, noun)
    answer = client.post(f"/{noun}/new/", body)
    assert (answer.status_code, answer["Location"]) == (303, f"/places/?kind={noun}")
    model: Any = KEPT[noun].model
    row = model.objects.latest("created_at")
    page = client.get(f"/{noun}/{row.pk}/").content.decode()
    assert 'name="version" value="1"' in page
    assert client.post(f"/{noun}/{row.pk}/", {**body, "version": 1}).status_code == 303
    late = client.post(f"/{noun}/{row.pk}/", {**body, "version": 1})
    assert (late.status_code, "changed by someone else" in late.content.decode()) == (409, True)
    assert client.post(f"/{noun}/{row.pk}/move/", {"move": "withdraw", "version": 2}).status_code == 303
    again = client.post(f"/{noun}/{row.pk}/move/", {"move": "withdraw", "version": 3})
    assert (again.status_code, "already been withdrawn" in again.content.decode()) == (409, True)
    listed = client.get("/places/", {"kind": noun}).content.decode()
    assert f"/{noun}/{row.pk}/" in listed
    assert "Withdrawn" in listed


def test_what_was_typed_is_still_there_after_a_refusal(district: District) -> None:
    client = browser(district.supervisor)
    body = {**typed(district, "aliases"), "place_key": "room:gone", "place": "the old pit"}
    answer = client.post("/aliases/new/", body)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "no longer in the list" in page
    assert 'value="ln204"' in page
    assert 'value="the old pit"' in page


def test_the_desk_reads_the_lists_and_has_no_way_to_change_them(district: District) -> None:
    row = add(SERVICES[0], district, district.supervisor)
    client = browser(district.dispatcher)
    page = client.get("/places/").content.decode()
    assert "LN-204" in page
    assert f"/aliases/{row.pk}/" not in page
    assert "/aliases/new/" not in page
    assert client.get(f"/aliases/{row.pk}/").status_code == 403
    assert client.get("/places/?kind=nonsense").status_code == 400
    assert browser(district.officer(district.cit_officer)).get("/places/").status_code == 403


def test_a_list_is_searched_and_wildcards_are_letters(district: District) -> None:
    scene.alias(district, "The 50% corner")
    scene.alias(district, "The pit")
    client = browser(district.dispatcher)

    def found(text: str) -> list[bool]:
        page = client.get("/places/", {"kind": "aliases", "q": text}).content.decode()
        return ["The 50% corner" in page, "The pit" in page]

    assert [found("pit"), found("%"), found("_"), found("b-204")] == [
        [False, True],
        [True, False],
        [False, False],
        [True, True],
    ]
    assert client.get("/places/", {"q": "x" * 10_000}).status_code == 400


def test_a_place_is_looked_up_by_words_without_script(district: District) -> None:
    scene.note(district, "Chemicals")
    client = browser(district.dispatcher)
    certain = client.get("/places/", {"place": "ahs204"}).content.decode()
    assert "Chemicals" in certain
    doubtful = client.get("/places/", {"place": "agave"}).content.decode()
    assert f"?key=room%3A{district.room.pk}" in doubtful
    assert "No place of this name" in client.get("/places/", {"place": "zzz"}).content.decode()
    Room.objects.filter(pk=district.room.pk).update(active=False)
    gone = client.get("/places/", {"key": f"room:{district.room.pk}", "place": "B-204"}).content.decode()
    assert "no longer in the list" in gone
    assert 'value="B-204"' in gone


@pytest.mark.parametrize("number", [2, PAGE + 10])
def test_a_list_takes_the_same_statements_at_any_length(
    district: District, number: int, django_assert_max_num_queries: Any
) -> None:
    agency = Agency.objects.get(pk=district.campus.agency_id)
    campuses = Campus.objects.bulk_create(
        [Campus(agency=agency, name=f"Campus {each}", code=f"C{each}", kind="high") for each in range(number)]
    )
    BellPeriod.objects.bulk_create(
        [
            BellPeriod(agency=agency, campus=each, name="P", weekdays=[0], starts="08:00", ends="09:00")
            for each in campuses
        ]
    )
    PlaceAlias.objects.bulk_create(
        [PlaceAlias(agency=agency, campus=each, alias=f"alias {each.code}") for each in campuses]
    )
    client = browser(district.supervisor)
    client.get("/places/")
    for noun in ("aliases", "periods"):
        with django_assert_max_num_queries(8):
            page = client.get("/places/", {"kind": noun}).content.decode()
        assert page.count("In use") == min(number, PAGE)
