"""A page asks step by step until somebody answers, never waits for nobody, and is loud when all steps are used up."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core import clock
from core.errors import Forbidden
from core.models import Event
from notifications.channels.base import Accepted, PermanentFailure, Unknown
from notifications.engine import tick
from notifications.models import Delivery, EscalationStep, Page
from notifications.services import escalating, pages
from notifications.services.escalating import advance_escalations
from notifications.vocabulary import DeclineReason, Via
from officers.models import User
from referrals.models import Referral
from tests.cast import District
from tests.notifications.engine.told import Told
from tests.notifications.mailroom import make_due
from tests.notifications.paging import actor, asked, later, one, opened, policy

pytestmark = pytest.mark.django_db


def step_now(page: Page) -> Page:
    """The page after everything that is due was done."""
    advance_escalations()
    return Page.objects.get(pk=page.pk)


def test_a_page_that_nobody_answers_goes_from_step_to_step_and_round_to_round(
    district: District, referral: Referral, three: list[User]
) -> None:
    first, second, _third = three
    page = opened(referral, policy(district.campus.agency, [one(first)], [one(second)]))
    for _ in range(4):
        page = step_now(page)
        later(page)
    assert asked(page) == [(1, 0, first.pk), (2, 0, second.pk), (1, 1, first.pk), (2, 1, second.pk)]
    assert Delivery.objects.filter(page=page).count() == 4


def test_a_step_waits_for_its_time_and_for_no_more(district: District, referral: Referral, three: list[User]) -> None:
    page = step_now(opened(referral, policy(district.campus.agency, [one(three[0])], [one(three[1])])))
    assert (page.step_no, advance_escalations()) == (1, 0)
    assert page.next_step_at is not None
    assert timedelta(seconds=50) < page.next_step_at - clock.now() <= timedelta(seconds=60)


def test_a_step_that_reaches_nobody_does_not_wait_and_is_shown(
    district: District, referral: Referral, three: list[User]
) -> None:
    gone, here, _ = three
    User.objects.filter(pk=gone.pk).update(is_active=False)
    page = step_now(opened(referral, policy(district.campus.agency, [one(gone)], [one(here)])))
    assert (page.step_no, page.nobody_at, asked(page)) == (2, 1, [(2, 0, here.pk)])


def test_when_all_steps_are_used_up_the_last_role_is_asked_until_a_person_takes_it(
    district: District, referral: Referral, three: list[User]
) -> None:
    page = opened(referral, policy(district.campus.agency, [one(three[0])], repeat=0))
    for _ in range(2):
        page = step_now(page)
        later(page)
    page = step_now(page)
    assert page.status == "exhausted"
    last = [user for _step, _round, user in asked(page)][1:]
    assert last == [district.supervisor.person] * 2
    page = pages.acknowledge(page, actor=district.supervisor, via=Via.PAGE, at=clock.now())
    assert (page.status, page.next_step_at) == ("acked", None)


def test_with_nobody_at_all_the_page_is_exhausted_at_once_and_goes_on(district: District, referral: Referral) -> None:
    page = step_now(opened(referral, policy(district.campus.agency, [{"kind": "role", "role": "social_worker"}])))
    assert (page.status, page.nobody_at) == ("exhausted", 1)
    assert page.next_step_at is not None


def test_an_answer_ends_the_asking_and_what_waits_is_not_sent(
    told: Told, district: District, referral: Referral, three: list[User]
) -> None:
    page = step_now(opened(referral, policy(district.campus.agency, [one(three[0])], [one(three[1])])))
    page = pages.acknowledge(page, actor=actor(three[0]), via=Via.PAGE, at=clock.now())
    assert (page.status, page.acknowledged_by_id) == ("acked", three[0].pk)
    assert set(Delivery.objects.filter(page=page).values_list("state", flat=True)) == {"cancelled"}
    tick()
    assert [sent.to for sent in told.sent if sent.code] == []
    assert Page.objects.get(pk=page.pk).step_no == 1


def test_an_answer_that_nothing_follows_is_asked_again(
    district: District, referral: Referral, three: list[User]
) -> None:
    page = step_now(opened(referral, policy(district.campus.agency, [one(three[0])], [one(three[1])])))
    page = pages.acknowledge(page, actor=actor(three[0]), via=Via.PAGE, at=clock.now())
    later(page)
    page = step_now(page)
    assert (page.status, page.step_no) == ("open", 2)


def test_when_everybody_declines_the_next_step_does_not_wait(
    district: District, referral: Referral, three: list[User]
) -> None:
    steps = ([one(three[0]), one(three[1])], [one(three[2])])
    page = step_now(opened(referral, policy(district.campus.agency, *steps)))
    said = {"reason": DeclineReason.BUSY, "via": Via.PAGE}
    pages.decline(page, actor=actor(three[0]), at=clock.now(), **said)
    assert step_now(page).step_no == 1
    pages.decline(page, actor=actor(three[1]), at=clock.now(), **said)
    assert step_now(page).step_no == 2


def test_when_every_message_of_a_step_fails_the_next_step_does_not_wait(
    told: Told, district: District, referral: Referral, three: list[User]
) -> None:
    page = opened(referral, policy(district.campus.agency, [one(three[0])], [one(three[1])]))
    told.answers = [PermanentFailure("550")]
    tick()
    assert step_now(page).step_no == 2


def test_a_critical_message_of_which_nobody_can_say_is_sent_again_after_half_a_minute_and_marked(
    told: Told, district: District, referral: Referral, three: list[User]
) -> None:
    opened(referral, policy(district.campus.agency, [one(three[0])]))
    told.answers, told.known = [Unknown("reset"), Accepted("n-2")], Unknown("silent")
    tick()
    make_due()
    tick()
    delivery = Delivery.objects.get(page__isnull=False)
    assert (delivery.state, len(told.sent)) == ("sending", 1)
    Delivery.objects.update(unknown_since=clock.now() - timedelta(seconds=31))
    make_due()
    tick()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.possibly_twice, len(told.sent)) == ("accepted", True, 2)


def test_a_policy_edited_meanwhile_changes_no_page_under_way(
    district: District, referral: Referral, three: list[User]
) -> None:
    made = policy(district.campus.agency, [one(three[0])], [one(three[1])])
    page = step_now(opened(referral, made))
    EscalationStep.objects.filter(policy=made, step_no=2).update(retired_at=clock.now())
    later(page)
    assert step_now(page).step_no == 2


def test_somebody_who_watches_over_pages_takes_the_next_step_and_nobody_else_does(
    district: District, referral: Referral, three: list[User]
) -> None:
    page = step_now(opened(referral, policy(district.campus.agency, [one(three[0])], [one(three[1])])))
    with pytest.raises(Forbidden):
        escalating.escalate_now(page, actor=actor(three[0]), at=clock.now())
    page = escalating.escalate_now(page, actor=district.supervisor, at=clock.now())
    assert page.step_no == 2


def test_every_step_is_in_the_ledger_and_names_nobody(
    district: District, referral: Referral, three: list[User]
) -> None:
    page = step_now(opened(referral, policy(district.campus.agency, [one(three[0])])))
    facts = {event.type: event.facts for event in Event.objects.filter(record_id=page.pk)}
    assert facts["page.escalated"] == {"number": referral.number, "step": 1, "round": 1, "asked": 1}
    assert set(facts["page.opened"]) == {"number", "policy", "urgency"}


def test_a_page_that_is_stuck_cannot_be_written(district: District, referral: Referral, three: list[User]) -> None:
    page = opened(referral, policy(district.campus.agency, [one(three[0])]))
    with pytest.raises(IntegrityError), transaction.atomic():
        Page.objects.filter(pk=page.pk).update(next_step_at=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Page.objects.filter(pk=page.pk).update(status="acked", ack_deadline=None)
