"""The invented district: whole, sound, the same size each time, and with nobody real in it."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.contrib.auth.hashers import check_password
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client, override_settings

from cit_dispatch.demo import people
from cit_dispatch.demo.logins import SCHOOL, demo_logins, demo_user
from core.invariants import INVARIANTS
from core.models import Event
from incidents.models import Incident
from officers.models import Agency, Building, Campus, Certification, Officer, RoleGrant, Room, TravelTime, User
from officers.roles import Role
from referrals.models import ReferralTeam, TeamMember
from tests import database
from tests.cast import CALM

WORDS = set(Path(people.__file__).with_name("names.txt").read_text().split())


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration, loaded once for this file and emptied at its end: where its uploads are."""
    uploads = str(tmp_path_factory.mktemp("uploads"))
    with django_db_blocker.unblock():
        with override_settings(UPLOADS_DIR=uploads):
            call_command("demo", verbosity=0, stdout=StringIO())
        yield uploads
        database.empty()


pytestmark = pytest.mark.usefixtures("loaded")


def test_it_has_the_people_of_a_district_of_six_thousand_students() -> None:
    roles = Counter(RoleGrant.objects.values_list("role", flat=True))
    assert {role: roles[role] for role in SIZES} == SIZES
    assert set(roles) == set(Role.values)
    assert User.objects.count() == sum(roles.values())


SIZES = {
    Role.POLICE_OFFICER: 15,
    Role.SECURITY_OFFICER: 10,
    Role.DISPATCHER: 5,
    Role.SUPERVISOR: 2,
    Role.COUNSELOR: 14,
    Role.SOCIAL_WORKER: 4,
    Role.SCHOOL_ADMIN: 20,
    Role.TEACHER: 10,
}


def test_it_has_ten_campuses_with_their_buildings_rooms_and_ways() -> None:
    assert (Agency.objects.count(), Campus.objects.exclude(kind="other").count()) == (1, 10)
    assert sum(Campus.objects.values_list("enrollment", flat=True)) == 6000
    assert (Building.objects.count(), Room.objects.count(), TravelTime.objects.count()) == (30, 120, 100)
    assert all(Room.objects.values_list("directions", flat=True))


def test_every_way_is_as_long_back_and_the_shortest_is_where_one_stands() -> None:
    ways = {(a, b): minutes for a, b, minutes in TravelTime.objects.values_list("origin", "destination", "minutes")}
    assert all(ways[b, a] == minutes for (a, b), minutes in ways.items())
    assert all((minutes == 2) == (a == b) for (a, b), minutes in ways.items())


def test_every_campus_has_a_team_that_somebody_is_in() -> None:
    assert ReferralTeam.objects.values("campus").distinct().count() == 10
    teams = set(ReferralTeam.objects.values_list("pk", flat=True))
    assert set(TeamMember.objects.values_list("team", flat=True)) == teams
    assert TeamMember.objects.count() == 18


def test_nobody_is_named_otherwise_than_by_a_plant_or_a_stone() -> None:
    for name, email in User.objects.values_list("name", "email"):
        first, surname = name.split()
        assert {first, surname} <= WORDS
        assert email == f"{first}.{surname}@example.org".lower()
    assert User.objects.values("name").distinct().count() == User.objects.count()


def test_no_event_of_the_loading_holds_a_name() -> None:
    surnames = {name.split()[1] for name in User.objects.values_list("name", flat=True)}
    said = " ".join(Event.objects.values_list("payload", flat=True))
    assert surnames & set(re.findall(r"\w+", said)) == set()


def test_most_are_certified_some_are_due_and_some_have_lapsed() -> None:
    officers = Officer.objects.filter(call_sign__regex="^[CS]-")
    certified = Certification.objects.filter(user__officer_rows__in=officers, course__number="1850")
    today = Event.objects.latest("at").at.date()
    lapsed = certified.filter(expires_on__lt=today)
    due = certified.filter(expires_on__gte=today, expires_on__lt=today.replace(year=today.year + 1))
    assert (officers.count(), certified.count()) == (25, 23)
    assert (lapsed.count(), due.count()) == (1, 3)


def test_everything_that_must_hold_holds(loaded: str, settings: LazySettings) -> None:
    settings.UPLOADS_DIR = loaded
    said = StringIO()
    with suppress(CommandError):
        call_command("verify", stdout=said)
    broken = [line for line in said.getvalue().splitlines() if not line.startswith("ok")]
    assert broken == [f"All {len(INVARIANTS)} invariants hold."]


def test_a_second_loading_changes_nothing_and_says_so() -> None:
    before = (User.objects.count(), Event.objects.count(), Room.objects.count(), Certification.objects.count())
    said = StringIO()
    call_command("demo", stdout=said)
    assert (User.objects.count(), Event.objects.count(), Room.objects.count(), Certification.objects.count()) == before
    assert "already there" in said.getvalue()


def test_one_person_of_each_role_can_be_signed_in_as_and_nobody_else() -> None:
    offered = demo_logins()
    assert [login["label"] for login in offered] == [str(role.label) for role in Role]
    assert all(demo_user(login["email"]) for login in offered)
    others = User.objects.exclude(email__in=[login["email"] for login in offered])
    assert demo_user(others[0].email) is None
    assert demo_user("nobody@example.org") is None


def test_the_printed_list_names_every_log_in_and_the_password_opens() -> None:
    said = StringIO()
    call_command("demo", logins=True, stdout=said)
    for login in demo_logins():
        assert login["email"] in said.getvalue()
    assert people.SHARED_WORDS in said.getvalue()
    assert check_password(people.SHARED_WORDS, User.objects.all()[0].password)


def test_somebody_who_left_is_not_offered() -> None:
    with transaction.atomic():
        first = demo_logins()[0]
        User.objects.filter(email=first["email"]).update(is_active=False)
        assert first["email"] not in {login["email"] for login in demo_logins()}
        transaction.set_rollback(True)


def test_the_police_officer_of_the_tour_is_recommended_first_for_its_call() -> None:
    people_by_role = {login["label"]: User.objects.get(email=login["email"]) for login in demo_logins()}
    tour = Officer.objects.get(user=people_by_role["Police officer"])
    campus = Campus.objects.get(code=SCHOOL)
    body = {"client_key": uuid4(), "campus": campus.pk, "nature": "suicidal_ideation", "said": "No point any more."}
    desk = Client()
    with transaction.atomic():
        desk.force_login(people_by_role["Dispatcher"])
        desk.post("/calls/new/", {**body, "received_via": "school_staff", "caller_role": "teacher"})
        here = f"/incidents/{Incident.objects.get().pk}/"
        desk.post(f"{here}assess/", {"version": 1, **CALM})
        first = re.search(r"Send ([CS]-\d+)", desk.get(f"{here}send/").content.decode())
        transaction.set_rollback(True)
    assert first is not None
    assert first[1] == tour.call_sign
