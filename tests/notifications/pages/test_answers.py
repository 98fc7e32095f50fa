"""Who may answer a page, and what an answer does."""

import pytest

from core import clock
from core.errors import BrokenRule, Conflict, Forbidden, NotFound
from core.permissions import visible
from notifications.models import Delivery, Page
from notifications.services import pages
from notifications.services.escalating import advance_escalations
from notifications.tasks import tick
from notifications.vocabulary import DeclineReason, Via
from officers.models import User
from referrals.models import Referral
from referrals.services import referrals
from tests.cast import NOON, District, counselors, refer
from tests.notifications.engine.told import Told
from tests.notifications.paging import actor, asked, later, one, opened, people, policy, routed

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(district: District, referral: Referral, three: list[User]) -> Page:
    """It has asked two of the three."""
    made = opened(referral, policy(district.campus.agency, [one(three[0]), one(three[1])], [one(three[2])]))
    advance_escalations()
    return Page.objects.get(pk=made.pk)


def accept(page: Page, user: User) -> Page:
    """ "I have it", in the system."""
    return pages.acknowledge(page, actor=actor(user), via=Via.PAGE, at=clock.now())


def responses(page: Page) -> dict[str, str]:
    """What everybody answered."""
    return dict(page.targets.values_list("user__email", "response"))


def test_only_who_was_asked_may_answer(page: Page, three: list[User], district: District) -> None:
    for stranger in (actor(three[2]), district.dispatcher):
        with pytest.raises(Forbidden):
            pages.acknowledge(page, actor=stranger, via=Via.PAGE, at=clock.now())
    assert accept(page, three[1]).status == "acked"


def test_a_page_exists_once_for_whom_it_asked_and_not_for_others(
    page: Page, three: list[User], district: District, neighbor: District
) -> None:
    for _ in range(2):
        later(page)
        advance_escalations()
    rows = Page.objects.all()
    assert visible(rows, actor(three[0])).count() == 1
    assert visible(rows, district.officer(district.other_officer)).count() == 0
    assert visible(rows, district.dispatcher).count() == 1
    assert visible(rows, neighbor.dispatcher).count() == 0


def test_of_two_answers_the_second_is_seen(page: Page, three: list[User]) -> None:
    accept(page, three[0])
    page = accept(page, three[1])
    assert page.acknowledged_by_id == three[0].pk
    assert sorted(responses(page).values()) == ["accept", "seen"]


def test_where_each_role_must_answer_the_page_asks_on_for_the_missing_one(
    district: District, referral: Referral, three: list[User]
) -> None:
    officer, clinician, other = three
    steps = ([one(officer, "police_officer"), one(clinician, "counselor")], [one(other, "counselor")])
    roles = {"ack_mode": "each", "required_roles": ["police_officer", "counselor"]}
    page = opened(referral, policy(district.campus.agency, *steps, **roles))
    advance_escalations()
    page = accept(page, officer)
    assert page.status == "open"
    later(page)
    advance_escalations()
    page = accept(Page.objects.get(pk=page.pk), other)
    assert (page.status, page.acknowledged_by_id) == ("acked", other.pk)


def test_a_role_that_has_answered_is_not_asked_again(district: District, referral: Referral, three: list[User]) -> None:
    steps = ([one(three[0], "police_officer"), one(three[1], "counselor")],)
    roles = {"ack_mode": "each", "required_roles": ["police_officer", "counselor"]}
    page = opened(referral, policy(district.campus.agency, *steps, **roles))
    advance_escalations()
    page = accept(page, three[0])
    later(page)
    advance_escalations()
    assert [user for _step, round_no, user in asked(page) if round_no == 1] == [three[1].pk]


def test_a_critical_page_waits_five_minutes_at_most(page: Page, three: list[User]) -> None:
    with pytest.raises(BrokenRule, match="5 minutes"):
        pages.snooze(page, actor=actor(three[0]), minutes=30, at=clock.now())
    at = clock.now()
    page = pages.snooze(page, actor=actor(three[0]), minutes=5, at=at)
    assert page.next_step_at is not None
    assert (page.next_step_at - at).total_seconds() == 300


def test_it_is_given_to_somebody_of_the_agency_who_then_may_answer(
    page: Page, three: list[User], neighbor: District
) -> None:
    with pytest.raises(NotFound):
        pages.reassign(page, actor=actor(three[0]), to=neighbor.dispatcher.person, at=clock.now())
    page = pages.reassign(page, actor=actor(three[0]), to=three[2].pk, at=clock.now())
    assert Delivery.objects.filter(page=page, user=three[2]).count() == 1
    assert accept(page, three[2]).status == "acked"


def test_what_is_over_is_over(page: Page, three: list[User]) -> None:
    page = pages.resolve(page, actor=actor(three[0]), because="person", at=clock.now())
    assert (page.status, page.next_step_at, advance_escalations()) == ("resolved", None, 0)
    with pytest.raises(Conflict):
        accept(page, three[0])


def test_declining_says_why_and_asks_the_others_on(page: Page, three: list[User]) -> None:
    page = pages.decline(page, actor=actor(three[0]), reason=DeclineReason.AWAY, via=Via.PAGE, at=clock.now())
    row = page.targets.get(user=three[0])
    assert (page.status, row.response, row.reason) == ("open", "decline", "away")


def test_codes_of_open_pages_are_different_and_easy_to_say(
    district: District, referral: Referral, three: list[User]
) -> None:
    agency, names = district.campus.agency, ("Crisis", "Team", "Night")
    found = [opened(referral, policy(agency, [one(three[0])], name=name)).short_code for name in names]
    assert len(set(found)) == 3
    assert all(set(code) <= set(pages.SIGNS) and len(code) == 4 for code in found)


def test_a_routed_event_pages_once_and_the_answer_to_the_referral_ends_it(
    told: Told, district: District, three: list[User]
) -> None:
    routed(district.campus.agency, policy(district.campus.agency, [{"kind": "team"}], [one(three[0])]))
    team, (counselor,) = counselors(district, "Marigold")
    referral = refer(district, team, at=clock.now())
    tick()
    tick()
    page = Page.objects.get()
    assert (page.reference, asked(page)) == (referral.number, [(1, 0, counselor.id)])
    assert [sent.to for sent in told.sent] == ["marigold.sotol@example.org"]
    referrals.acknowledge(referral, actor=counselor, expected_version=None, at=clock.now())
    tick()
    page.refresh_from_db()
    assert (page.status, page.targets.count()) == ("resolved", 1)


def test_an_event_of_long_ago_pages_nobody(told: Told, district: District, three: list[User]) -> None:
    routed(district.campus.agency, policy(district.campus.agency, [one(three[0])]))
    refer(district, counselors(district, "Marigold")[0], at=NOON)
    tick()
    assert not Page.objects.exists()


def test_a_message_of_a_page_holds_its_number_and_no_detail(told: Told, page: Page, referral: Referral) -> None:
    tick()
    assert {sent.code for sent in told.sent} == {page.short_code}
    text = "".join(sent.subject + sent.body for sent in told.sent)
    assert referral.number in text
    for word in ("Agave", "g10", "suicid", "B-204", "Yucca"):
        assert word not in text


def test_people_are_asked_once_however_often_a_step_means_them(
    district: District, referral: Referral, three: list[User]
) -> None:
    twice = [one(three[0]), one(three[0]), {"kind": "role", "role": "counselor"}]
    page = opened(referral, policy(district.campus.agency, twice))
    advance_escalations()
    users = [user for _step, _round, user in asked(page)]
    assert len(users) == len(set(users)) == 4
    assert people(district.campus.agency, "Chert")[0].pk not in users
