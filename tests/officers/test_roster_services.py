"""Who is put on the roster, what may be changed of whom, and what is refused with words."""

from datetime import date
from typing import Any

import pytest

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from officers.models import Officer, RoleGrant, User
from officers.roles import Role
from officers.selectors import actor_of
from officers.services import roster
from tests.cast import NOON, District, person
from tests.officers.hiring import NEW, enroll


@pytest.fixture
def coordinator(district: District) -> Actor:
    """Keeps the roster and is no supervisor."""
    return actor_of(person(district.campus.agency, "Gypsum", Role.TRAINING))


def update(officer: Officer, actor: Actor, **changes: Any) -> Officer:
    return roster.update(officer, actor=actor, expected_version=None, at=NOON, **changes)


def refused(act: Any) -> dict[str, str]:
    """Field to sentence of what is refused; nothing is written."""
    before = (User.objects.count(), Officer.objects.count(), Event.objects.count())
    with pytest.raises(BrokenRule) as refusal:
        act()
    assert (User.objects.count(), Officer.objects.count(), Event.objects.count()) == before
    return {name: str(text) for name, text in refusal.value.fields.items()}


@pytest.mark.parametrize(
    ("roles", "license_"),
    [
        (["police_officer"], "peace_officer"),
        (["security_officer"], "security_noncommissioned"),
        (["dispatcher"], "telecommunicator"),
        (["police_officer", "supervisor"], "peace_officer"),
    ],
)
def test_whoever_works_here_gets_a_row_a_log_in_and_roles(district: District, roles: list[str], license_: str) -> None:
    made = enroll(district, roles=roles, license=license_)
    made.refresh_from_db()
    assert (made.user.email, made.user.name, made.user.is_active) == (NEW["email"], NEW["name"], True)
    assert not made.user.has_usable_password()
    assert actor_of(made.user).roles == frozenset(roles)
    assert (made.badge, made.languages, made.duty, made.last_campus) == (
        "2040",
        ["en", "es"],
        "off_duty",
        district.campus,
    )
    assert Event.objects.get(type="officer.enrolled").facts == {"unit": "C-40", "badge": "2040"}


def test_what_is_typed_is_stored_in_one_way(district: District) -> None:
    made = enroll(
        district, name="  Marigold Flint ", email="M.Flint@Example.ORG", call_sign=" c-40 ", languages=["es", "es"]
    )
    assert (made.call_sign, made.user.email, made.user.name) == ("C-40", "m.flint@example.org", "Marigold Flint")
    assert made.languages == ["es"]


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"name": " "}, "name", "needed"),
        ({"badge": ""}, "badge", "needed"),
        ({"email": "nobody"}, "email", "no e-mail"),
        ({"name": "x" * 81}, "name", "At most 80"),
        ({"call_sign": "C-1234567"}, "call_sign", "At most 8"),
        ({"badge": "1\u202e2"}, "badge", "cannot be printed"),
        ({"roles": []}, "roles", "at least one"),
        ({"roles": ["training_coordinator"]}, "roles", "role on duty"),
        ({"roles": ["police_officer", "system_admin"]}, "roles", "only the roles"),
        ({"license": "telecommunicator"}, "license", "peace officer"),
        ({"license_expires_on": date(2018, 1, 1)}, "license_expires_on", "before it begins"),
        ({"hired_on": date(224, 8, 1)}, "hired_on", "between 1940"),
    ],
)
def test_each_mistake_is_said_beside_its_field(
    district: District, changes: dict[str, Any], field: str, said: str
) -> None:
    found = refused(lambda: enroll(district, **changes))
    assert set(found) == {field}
    assert said in found[field]


@pytest.mark.parametrize(
    ("field", "value"),
    [("badge", "C-12"), ("call_sign", "c-12"), ("email", "YUCCA.sotol@example.org")],
)
def test_what_is_somebody_elses_is_refused_with_their_call_sign(district: District, field: str, value: str) -> None:
    assert "belongs to C-12" in refused(lambda: enroll(district, **{field: value}))[field]


def test_an_identifier_is_one_persons_alone(district: District) -> None:
    enroll(district)
    found = refused(lambda: enroll(district, badge="1", call_sign="X-1", email="x@example.org"))
    assert found == {"pid": "Personal identifier (PID) 700040 belongs to C-40."}


def test_an_address_of_another_agency_is_refused_without_a_word_about_it(
    district: District, neighbor: District
) -> None:
    found = refused(lambda: enroll(district, email=neighbor.cit_officer.user.email))
    assert found["email"].endswith("belongs to another person.")


def test_a_badge_of_another_agency_is_free(district: District, neighbor: District) -> None:
    enroll(neighbor, email="other@example.org")
    assert enroll(district).badge == "2040"


def test_somebody_with_a_log_in_is_put_on_the_roster_and_keeps_it(district: District) -> None:
    feldspar = User.objects.get(pk=district.dispatcher.id)
    made = enroll(district, email=feldspar.email, name="Feldspar", roles=["dispatcher"], license="telecommunicator")
    assert made.user_id == feldspar.pk
    assert RoleGrant.objects.filter(user=feldspar).count() == 1


def test_somebody_whose_log_in_is_closed_is_not_opened_by_enrolling(district: District) -> None:
    User.objects.filter(pk=district.dispatcher.id).update(is_active=False)
    email = User.objects.get(pk=district.dispatcher.id).email
    assert "another person" in refused(lambda: enroll(district, email=email))["email"]


def test_only_those_who_keep_the_roster_write_it(district: District, neighbor: District, coordinator: Actor) -> None:
    for actor in (district.dispatcher, district.officer(district.cit_officer), neighbor.supervisor):
        with pytest.raises(Forbidden):
            enroll(district, actor=actor)
        with pytest.raises(Forbidden):
            update(district.cit_officer, actor, name="X")
    assert enroll(district, actor=coordinator).call_sign == "C-40"


def test_a_coordinator_gives_the_lines_roles_and_no_other(district: District, coordinator: Actor) -> None:
    for role in ("supervisor", "training_coordinator"):
        found = refused(lambda role=role: enroll(district, actor=coordinator, roles=["police_officer", role]))
        assert "Only a supervisor" in found["roles"]
    made = enroll(district, roles=["police_officer", "supervisor"])
    assert "Only a supervisor" in refused(lambda: update(made, coordinator, roles=["police_officer"]))["roles"]
    assert "address" in refused(lambda: update(made, coordinator, email="mine@example.org"))["email"]
    assert update(made, coordinator, name="Marigold F.").user.name == "Marigold F."


def test_nobody_changes_their_own_roles(district: District) -> None:
    made = enroll(district, roles=["police_officer", "supervisor"])
    me = actor_of(made.user)
    assert "own roles" in refused(lambda: update(made, me, roles=["police_officer"]))["roles"]
    assert update(made, me, skills=["trauma"]).skills == ["trauma"]


def test_a_change_is_written_with_the_names_of_its_fields(district: District) -> None:
    made = enroll(district)
    done = update(made, district.supervisor, name="Marigold Quartz", roles=["security_officer"], skills=["autism"])
    done.refresh_from_db()
    assert (done.user.name, done.version) == ("Marigold Quartz", 2)
    assert actor_of(done.user).roles == {"security_officer"}
    facts = Event.objects.get(type="officer.updated").facts
    assert facts == {"unit": "C-40", "fields": ["name", "roles"]}


def test_a_role_taken_and_given_again_is_one_row(district: District) -> None:
    made = enroll(district)
    update(made, district.supervisor, roles=["security_officer"])
    update(made, district.supervisor, roles=["police_officer"])
    rows = RoleGrant.objects.filter(user=made.user)
    assert {row.role: row.active for row in rows} == {"police_officer": True, "security_officer": False}


def test_roles_that_the_roster_does_not_give_are_left_alone(district: District) -> None:
    made = enroll(district)
    RoleGrant.objects.create(agency=district.campus.agency, user=made.user, role=Role.COUNSELOR)
    update(made, district.supervisor, roles=["security_officer"])
    assert actor_of(made.user).roles == {"security_officer", "counselor"}


def test_nothing_different_is_no_change(district: District) -> None:
    made = enroll(district)
    same = update(made, district.supervisor, **{**NEW, "languages": ["es", "en"], "home_campus": district.campus})
    assert same.version == 1
    assert not Event.objects.filter(type="officer.updated").exists()


def test_an_old_reading_is_refused(district: District) -> None:
    made = enroll(district)
    update(made, district.supervisor, badge="2041")
    with pytest.raises(Conflict, match="C-40 was changed"):
        roster.update(made, actor=district.supervisor, expected_version=1, badge="2042")


def test_a_supervisor_leads_and_leads_others(district: District, neighbor: District) -> None:
    made = enroll(district)
    ocotillo = User.objects.get(pk=district.supervisor.id)
    assert update(made, district.supervisor, supervisor=ocotillo).supervisor == ocotillo
    for leader, said in (
        (made.user, "themselves"),
        (district.other_officer.user, "no supervisor"),
        (User.objects.get(pk=neighbor.supervisor.id), "no supervisor"),
    ):
        found = refused(lambda leader=leader: update(made, district.supervisor, supervisor=leader))
        assert said in found["supervisor"]
