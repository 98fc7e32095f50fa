"""Who finds a referral in which list, as it goes on, and who finds it in none."""

import pytest

from core.actors import Actor
from core.errors import Forbidden, NotFound
from incidents.models import DeescalationRecord
from officers.models import Campus, User
from officers.roles import Role
from officers.selectors import actor_of
from referrals import selectors
from referrals.models import ReferralTeam, TeamMember
from referrals.services import endings
from tests.cast import NOON, District, counselors, person
from tests.referrals.people import Loop, around


@pytest.fixture
def loop(district: District) -> Loop:
    """A referral just sent, with everyone around it."""
    return around(district)


def places(actor: Actor) -> set[str]:
    """The lists of this person that hold the one referral."""
    return {tab.name for tab in selectors.tabs_of(actor) if len(selectors.inbox(actor, tab.name, 1))}


def lists(loop: Loop) -> dict[str, set[str]]:
    """Where sender, recipient, director and outsider find it."""
    who = {"sender": loop.sender, "counselor": loop.counselor, "director": loop.director, "outsider": loop.outsider}
    return {name: places(actor) for name, actor in who.items()}


def test_a_new_referral_waits_for_the_team_and_for_the_director_to_see_it_unanswered(loop: Loop) -> None:
    assert lists(loop) == {
        "sender": {"sent"},
        "counselor": {"waiting"},
        "director": {"unanswered", "all"},
        "outsider": set(),
    }


def test_one_that_was_taken_is_with_its_owner_alone(loop: Loop) -> None:
    colleague = person(loop.district.campus.agency, "Lupine", Role.COUNSELOR)
    TeamMember.objects.create(agency=colleague.agency, team=loop.team, user=colleague)
    loop.acknowledged()
    assert lists(loop) == {"sender": {"sent"}, "counselor": {"mine"}, "director": {"all"}, "outsider": set()}
    assert places(actor_of(colleague)) == set()
    assert selectors.referral(actor_of(colleague), loop.referral.pk) == loop.referral


def test_one_that_ended_waits_for_its_next_step(loop: Loop) -> None:
    ended = loop.completed()
    assert lists(loop)["counselor"] == {"ended"}
    assert lists(loop)["director"] == {"next_step", "all"}
    endings.record_next_step(ended, actor=loop.director, expected_version=None, next_step="none", at=NOON)
    assert lists(loop)["director"] == {"all"}


def test_the_numbers_on_the_tabs_are_the_lengths_of_the_lists(loop: Loop) -> None:
    for act in (loop.now, loop.completed):
        act()
        for actor in (loop.sender, loop.counselor, loop.director, loop.outsider):
            for name, number in selectors.counts(actor).items():
                assert number == len(selectors.inbox(actor, name, 1)), name


def test_who_left_the_team_finds_nothing_any_more(loop: Loop) -> None:
    TeamMember.objects.update(active=False)
    assert places(loop.counselor) == set()
    with pytest.raises(NotFound):
        selectors.referral(loop.counselor, loop.referral.pk)


def test_a_list_of_another_part_is_empty_for_whoever_asks_for_it(loop: Loop) -> None:
    assert len(selectors.inbox(loop.outsider, "all", 1)) == 0
    assert len(selectors.inbox(loop.counselor, "sent", 1)) == 0


@pytest.mark.parametrize("role", [Role.TEACHER, Role.DISPATCHER, Role.TRAINING])
def test_whoever_has_no_part_in_referrals_has_no_list(role: Role, loop: Loop) -> None:
    other = actor_of(person(loop.district.campus.agency, "Topaz", role))
    for ask in (lambda: selectors.tabs_of(other), lambda: selectors.inbox(other, "all", 1)):
        with pytest.raises(Forbidden):
            ask()
    with pytest.raises(NotFound):
        selectors.referral(other, loop.referral.pk)


def test_another_agencys_director_finds_nothing(loop: Loop, neighbor: District) -> None:
    stranger = actor_of(person(neighbor.campus.agency, "Onyx", Role.DIRECTOR))
    assert places(stranger) == set()
    assert set(selectors.counts(stranger).values()) == {0}


def test_who_may_not_make_a_move_is_refused_before_its_form_is_shown(loop: Loop) -> None:
    assert selectors.for_move(loop.counselor, loop.referral.pk, "decline") == loop.referral
    with pytest.raises(Forbidden):
        selectors.for_move(loop.sender, loop.referral.pk, "decline")
    with pytest.raises(NotFound):
        selectors.for_move(loop.outsider, loop.referral.pk, "decline")


def test_teams_are_those_that_have_people_with_the_campuss_own_first(district: District) -> None:
    agency, me = district.campus.agency, district.officer(district.cit_officer)
    far = Campus.objects.create(agency=agency, name="Aspen", code="ASP", kind="high")
    own, _people = counselors(district, "Marigold")
    other = ReferralTeam.objects.create(agency=agency, name="Aardvark counselors", kind="counselor", campus=far)
    ReferralTeam.objects.create(agency=agency, name="Nobody", kind="social_worker", campus=far)
    user = person(agency, "Gypsum", Role.COUNSELOR)
    TeamMember.objects.create(agency=agency, team=other, user=user)
    assert list(selectors.teams(me, district.campus.pk)) == [own, other]
    assert list(selectors.teams(me, far.pk)) == [other, own]
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert list(selectors.teams(me, far.pk)) == [own]


def test_a_report_knows_what_was_sent_from_it_before(loop: Loop) -> None:
    found = selectors.referable(loop.sender, DeescalationRecord.objects.get().pk)
    assert (found.filed, found.earlier) == (True, [loop.referral])
    assert list(found.teams) == [loop.team]
    with pytest.raises(NotFound):
        selectors.referable(loop.counselor, DeescalationRecord.objects.get().pk)
