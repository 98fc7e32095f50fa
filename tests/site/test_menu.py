"""Each person is offered the places that open for them, and led back only to where they were."""

import re

import pytest
from django.test import Client

from cit_dispatch.context import PLACES
from core.permissions import RULES
from officers.models import User
from officers.roles import Role
from tests.cast import District, person


def offered(user: User) -> list[str]:
    """The addresses of the menu on this person's first page."""
    client = Client()
    client.force_login(user)
    page = client.get("/").content.decode()
    menu = page.partition("<nav")[2].partition("</nav>")[0]
    return re.findall(r'href="([^"#]+)"', menu)


@pytest.mark.parametrize("role", list(Role))
def test_every_place_that_is_offered_opens(role: Role, district: District) -> None:
    user = person(district.campus.agency, "Topaz", role)
    client = Client()
    client.force_login(user)
    places = offered(user)
    assert "/" in places
    refused = {place: client.get(place).status_code for place in places}
    # Somebody without a row of the roster has no page of their own yet.
    assert {place: code for place, code in refused.items() if code not in (200, 302, 404)} == {}


def test_no_place_asks_for_a_permission_that_does_not_exist() -> None:
    assert {code for _label, _route, _icon, codes in PLACES for code in codes} <= set(RULES)
    assert len({route for _label, route, _icon, _codes in PLACES}) == len(PLACES)


@pytest.mark.parametrize(
    ("role", "has", "lacks"),
    [
        (Role.DISPATCHER, {"/board/", "/calls/new/"}, {"/tablet/", "/referrals/"}),
        (Role.POLICE_OFFICER, {"/tablet/", "/referrals/"}, {"/calls/new/", "/outcomes/"}),
        (Role.COUNSELOR, {"/referrals/"}, {"/board/", "/tablet/", "/outcomes/"}),
        (Role.SUPERVISOR, {"/board/", "/outcomes/"}, set()),
    ],
)
def test_a_role_finds_its_own_work_and_not_that_of_others(
    role: Role, has: set[str], lacks: set[str], district: District
) -> None:
    places = set(offered(person(district.campus.agency, "Topaz", role)))
    assert has <= places
    assert not places & lacks


@pytest.mark.parametrize(
    "target",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "javascript:alert(1)",
        "http:elsewhere.example",
        "",
    ],
)
def test_a_saved_preference_leads_nowhere_else(target: str, client: Client, district: District) -> None:
    client.force_login(User.objects.get(pk=district.dispatcher.id))
    wish = {"theme": "dark", "density": "touch", "language": "en", "next": target}
    assert client.post("/preferences/", wish)["Location"] == "/"
    assert client.post("/preferences/", {**wish, "next": "/board/?p=1"})["Location"] == "/board/?p=1"
