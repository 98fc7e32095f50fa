"""Every way a referral ends, who may end it so, and what each refusal leaves untouched."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from officers.roles import Role
from officers.selectors import actor_of
from referrals.models import Referral, TeamMember
from referrals.services import endings, referrals
from referrals.vocabulary import COMPLETED_ENDINGS, FAILED_ENDINGS, DeclineReason, Ending, NextStep, RecallReason
from tests.cast import NOON, District, person
from tests.referrals.people import REACHED, Loop, around
from tests.referrals.refusing import refused

LATER = NOON + timedelta(hours=2)
TODAY = NOON.date()


@pytest.fixture
def loop(district: District) -> Loop:
    """A referral just sent, with everyone around it."""
    return around(district)


def end(verb: str, referral: Referral, actor: Actor, outcome: str, **changes: Any) -> Referral:
    """One of the two endings after contact."""
    told = {"expected_version": None, "outcome": outcome, "outcome_on": TODAY, "at": LATER, **changes}
    found: Referral = getattr(endings, verb)(referral, actor=actor, **told)
    return found


def next_step(referral: Referral, actor: Actor, step: str = "none") -> Referral:
    """Somebody says what follows."""
    return endings.record_next_step(referral, actor=actor, expected_version=None, next_step=step, at=LATER)


def seen(referral: Referral, actor: Actor) -> Referral:
    """The sender has seen that it ended."""
    return endings.acknowledge_feedback(referral, actor=actor, expected_version=None, at=LATER)


@pytest.mark.parametrize("outcome", COMPLETED_ENDINGS)
def test_every_good_ending_is_kept_with_who_and_when(outcome: str, loop: Loop) -> None:
    ended = end("complete", loop.contacted(), loop.counselor, outcome)
    assert (ended.status, ended.outcome, ended.outcome_on) == ("completed", outcome, TODAY)
    assert (ended.ended_by_id, ended.ended_at) == (loop.counselor.id, LATER)
    assert Event.objects.get(type="referral.completed").facts == {"outcome": outcome}


@pytest.mark.parametrize("outcome", [one for one in FAILED_ENDINGS if one != Ending.UNABLE])
def test_every_ending_without_help_is_kept(outcome: str, loop: Loop) -> None:
    ended = end("fail", loop.acknowledged(), loop.counselor, outcome)
    assert (ended.status, ended.outcome, ended.ended_by_id) == ("failed", outcome, loop.counselor.id)


@pytest.mark.parametrize(
    ("verb", "outcome"),
    [("complete", one) for one in (*FAILED_ENDINGS, "", "cured")] + [("fail", one) for one in (*COMPLETED_ENDINGS, "")],
)
def test_an_ending_of_the_other_kind_is_refused_beside_its_field(verb: str, outcome: str, loop: Loop) -> None:
    referral = loop.contacted()
    with pytest.raises(BrokenRule) as refusal:
        end(verb, referral, loop.counselor, outcome)
    assert set(refusal.value.fields) == {"outcome"}
    assert loop.now().status == "in_progress"


def test_nobody_completes_what_nobody_has_begun(loop: Loop) -> None:
    refused(Conflict, lambda: end("complete", loop.acknowledged(), loop.counselor, "services_received"))


@pytest.mark.parametrize("verb", ["complete", "fail"])
def test_an_outcome_of_tomorrow_is_refused_and_one_of_today_is_kept(verb: str, loop: Loop) -> None:
    outcome = {"complete": "services_received", "fail": "moved_withdrawn"}[verb]
    referral = loop.contacted()
    tomorrow = TODAY + timedelta(days=1)
    refused(BrokenRule, lambda: end(verb, referral, loop.counselor, outcome, outcome_on=tomorrow))
    assert end(verb, referral, loop.counselor, outcome).outcome_on == TODAY


def test_the_evening_of_the_agency_is_still_today_there(loop: Loop) -> None:
    evening = datetime(2026, 3, 5, 4, 30, tzinfo=UTC)
    referral = loop.contacted()
    tomorrow = evening.date()
    refused(
        BrokenRule,
        lambda: end("complete", referral, loop.counselor, "services_received", outcome_on=tomorrow, at=evening),
    )
    kept = end("complete", referral, loop.counselor, "services_received", outcome_on=TODAY, at=evening)
    assert kept.outcome_on == TODAY


@pytest.mark.parametrize(
    ("channels", "enough"),
    [
        ((), False),
        (("phone", "email"), False),
        (("phone", "phone", "phone", "phone"), False),
        (("phone", "phone", "letter"), True),
        (("home_visit", "phone", "email", "phone"), True),
    ],
)
def test_unable_to_contact_needs_three_tries_on_two_channels(
    channels: tuple[str, ...], enough: bool, loop: Loop
) -> None:
    referral = loop.acknowledged()
    for channel in channels:
        missed = {**REACHED, "channel": channel, "result": "no_answer"}
        referrals.log_contact(referral, actor=loop.counselor, at=NOON, **missed)
    if enough:
        assert end("fail", referral, loop.counselor, "unable_to_contact").status == "failed"
    else:
        said = refused(BrokenRule, lambda: end("fail", referral, loop.counselor, "unable_to_contact"))
        assert str(len(channels)) in said


def test_only_its_owner_ends_it(loop: Loop) -> None:
    colleague = person(loop.district.campus.agency, "Lupine", Role.COUNSELOR)
    TeamMember.objects.create(agency=colleague.agency, team=loop.team, user=colleague)
    referral = loop.contacted()
    for who in (actor_of(colleague), loop.sender, loop.director, loop.outsider):
        refused(Forbidden, lambda who=who: end("complete", referral, who, "services_received"))
        refused(Forbidden, lambda who=who: end("fail", referral, who, "moved_withdrawn"))
    assert end("complete", referral, loop.counselor, "services_received").status == "completed"


@pytest.mark.parametrize("reason", DeclineReason.values)
def test_a_team_declines_for_a_coded_reason_before_and_after_taking_it(reason: str, loop: Loop) -> None:
    taken = loop.acknowledged() if reason in ("wrong_campus", "duplicate") else loop.referral
    told = {"expected_version": None, "decline_reason": reason, "at": LATER}
    for who in (loop.sender, loop.director, loop.outsider):
        refused(Forbidden, lambda who=who: endings.decline(taken, actor=who, **told))
    declined = endings.decline(taken, actor=loop.counselor, **told)
    assert (declined.status, declined.decline_reason, declined.ended_at) == ("declined", reason, LATER)


@pytest.mark.parametrize("reason", RecallReason.values)
def test_the_senders_own_recall_is_also_their_acknowledgement(reason: str, loop: Loop) -> None:
    recalled = endings.recall(loop.referral, actor=loop.sender, expected_version=None, recall_reason=reason, at=LATER)
    assert (recalled.status, recalled.sender_acknowledged_at, recalled.ended_at) == ("cancelled", LATER, LATER)
    refused(Conflict, lambda: seen(recalled, loop.sender))
    assert next_step(recalled, loop.director).loop_closed_at == LATER


def test_a_recall_by_the_director_leaves_the_sender_to_learn_of_it(loop: Loop) -> None:
    recalled = endings.recall(
        loop.referral, actor=loop.director, expected_version=None, recall_reason="duplicate", at=LATER
    )
    assert recalled.sender_acknowledged_at is None
    assert seen(recalled, loop.sender).sender_acknowledged_at == LATER


def test_once_contact_is_made_it_is_neither_declined_nor_taken_back(loop: Loop) -> None:
    referral = loop.contacted()
    told: dict[str, Any] = {"expected_version": None, "at": LATER}
    refused(Conflict, lambda: endings.decline(referral, actor=loop.counselor, decline_reason="duplicate", **told))
    refused(Conflict, lambda: endings.recall(referral, actor=loop.sender, recall_reason="recalled", **told))


@pytest.mark.parametrize("sender_first", [True, False])
def test_the_loop_closes_with_its_second_half_in_either_order(sender_first: bool, loop: Loop) -> None:
    ended = loop.completed()
    halves = [lambda: seen(ended, loop.sender), lambda: next_step(ended, loop.director)]
    first, second = halves if sender_first else reversed(halves)
    assert first().loop_closed_at is None
    assert second().loop_closed_at == LATER


@pytest.mark.parametrize("step", NextStep.values)
def test_every_next_step_is_kept_once(step: str, loop: Loop) -> None:
    ended = loop.completed()
    assert next_step(ended, loop.director, step).next_step == step
    refused(Conflict, lambda: next_step(ended, loop.director, step))


def test_who_ended_it_does_not_also_say_that_nothing_is_left_to_do(loop: Loop) -> None:
    recalled = endings.recall(
        loop.referral, actor=loop.director, expected_version=None, recall_reason="recalled", at=LATER
    )
    said = refused(BrokenRule, lambda: next_step(recalled, loop.director))
    assert "someone else" in said
    other = actor_of(person(loop.district.campus.agency, "Topaz", Role.DIRECTOR))
    assert next_step(recalled, other).next_step == "none"


def test_an_end_that_has_not_come_is_neither_seen_nor_followed(loop: Loop) -> None:
    referral = loop.contacted()
    refused(Conflict, lambda: seen(referral, loop.sender))
    refused(Conflict, lambda: next_step(referral, loop.director))


def test_the_end_is_seen_once_and_by_its_sender_alone(loop: Loop) -> None:
    ended = loop.completed()
    for who in (loop.counselor, loop.director, loop.outsider):
        refused(Forbidden, lambda who=who: seen(ended, who))
    seen(ended, loop.sender)
    refused(Conflict, lambda: seen(ended, loop.sender))


@pytest.mark.parametrize(
    "wrong",
    [{"status": "completed"}, {"loop_closed_at": NOON}, {"loop_closed_at": NOON, "next_step_at": NOON}],
    ids=str,
)
def test_the_database_keeps_no_end_without_its_time_and_no_half_closed_loop(wrong: dict[str, Any], loop: Loop) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.update(**wrong)
    assert loop.now().status == "requested"
