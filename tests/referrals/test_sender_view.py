"""What the sender learns is that it ended, and when: the same in every way it can end, to the last byte."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils.translation import override

from core.actors import Actor
from referrals import presenters, selectors
from referrals.api.output import referral_out
from referrals.models import Referral
from referrals.services import endings, referrals
from referrals.vocabulary import COMPLETED_ENDINGS, FAILED_ENDINGS, DeclineReason, Ending, RecallReason
from referrals.workflow import ENDED, REFERRAL, SENT_STATES, ReferralState, SentState
from tests.cast import NOON, District
from tests.referrals.people import REACHED, Loop, around

LATER = NOON + timedelta(hours=2)
Way = Callable[[Loop], Referral]


def completed(outcome: str) -> Way:
    """It was completed so."""
    return lambda loop: endings.complete(
        loop.contacted(), actor=loop.counselor, outcome=outcome, outcome_on=NOON.date(), **NOW
    )


def failed(outcome: str) -> Way:
    """It ended without help, after contact."""

    def end(loop: Loop) -> Referral:
        referral = loop.contacted()
        for channel in ("phone", "letter", "email"):
            missed = {**REACHED, "channel": channel, "result": "no_answer"}
            referrals.log_contact(referral, actor=loop.counselor, at=NOON, **missed)
        return endings.fail(referral, actor=loop.counselor, outcome=outcome, outcome_on=NOON.date(), **NOW)

    return end


def declined(reason: str) -> Way:
    """The team did not take it."""
    return lambda loop: endings.decline(loop.acknowledged(), actor=loop.counselor, decline_reason=reason, **NOW)


def recalled(reason: str) -> Way:
    """The director took it back."""
    return lambda loop: endings.recall(loop.acknowledged(), actor=loop.director, recall_reason=reason, **NOW)


NOW: dict[str, Any] = {"expected_version": None, "at": LATER}
AFTER_CONTACT = {f"completed {one}": completed(one) for one in COMPLETED_ENDINGS} | {
    f"failed {one}": failed(one) for one in FAILED_ENDINGS
}
BEFORE_CONTACT = {f"declined {one}": declined(one) for one in DeclineReason.values} | {
    f"recalled {one}": recalled(one) for one in RecallReason.values
}
# A row's own key, number and count of changes differ without telling anything of its end.
OWN = ("id", "number", "version")


@pytest.fixture
def loop(district: District) -> Loop:
    """A referral just sent, with everyone around it."""
    return around(district)


def told(loop: Loop, actor: Actor) -> tuple[dict[str, Any], str]:
    """What the API and the page are given for this reader, without what belongs to the row."""
    found = selectors.referral(actor, loop.referral.pk)
    sent = {key: value for key, value in referral_out(found, actor).items() if key not in OWN}
    shown = presenters.detail(found, actor)
    page = str([shown["pill"], shown["steps"], [str(move["label"]) for move in shown["moves"]]])
    return sent, page


@pytest.mark.parametrize("way", [*AFTER_CONTACT, *BEFORE_CONTACT])
def test_every_ending_is_told_to_its_sender_in_the_same_words(way: str, loop: Loop) -> None:
    ways = AFTER_CONTACT if way in AFTER_CONTACT else BEFORE_CONTACT
    ways[way](loop)
    sent, page = told(loop, loop.sender)
    assert sent == {
        "status": "closed",
        "requested_at": "2026-03-04T18:00:00Z",
        "acknowledged_at": "2026-03-04T18:00:00Z",
        "first_contact_at": "2026-03-04T18:00:00Z" if way in AFTER_CONTACT else None,
        "ended_at": "2026-03-04T20:00:00Z",
        "sender_acknowledged_at": None,
        "actions": ["acknowledge_feedback"],
    }
    for word in (*Ending.labels, *DeclineReason.labels, *RecallReason.labels, "Completed", "Declined", "Marigold"):
        assert str(word) not in page


@pytest.mark.parametrize("way", [*AFTER_CONTACT, *BEFORE_CONTACT])
def test_the_director_reads_how_each_one_ended(way: str, loop: Loop) -> None:
    ended = {**AFTER_CONTACT, **BEFORE_CONTACT}[way](loop)
    sent, _page = told(loop, loop.director)
    status, _space, code = way.partition(" ")
    assert sent["status"] == ended.status == ("cancelled" if status == "recalled" else status)
    assert code in (sent["outcome"], sent["decline_reason"], sent["recall_reason"])


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_senders_words_have_no_second_meaning_in_any_language(language: str) -> None:
    with override(language):
        labels = {state: str(SENT_STATES[state].label) for state in ReferralState}
    assert len({labels[ReferralState(state)] for state in ENDED}) == 1
    assert len(set(labels.values())) == len(SentState)


def test_the_senders_view_of_each_open_state_is_its_class(loop: Loop) -> None:
    seen = []
    for act in (loop.now, loop.acknowledged):
        act()
        seen.append(told(loop, loop.sender)[0]["status"])
    referrals.log_contact(loop.now(), actor=loop.counselor, at=NOON, **REACHED)
    seen.append(told(loop, loop.sender)[0]["status"])
    assert seen == ["waiting", "acknowledged", "contact_made"]


def test_the_steps_of_both_readers_stand_where_the_referral_stands(loop: Loop) -> None:
    loop.completed()
    sender = presenters.detail(selectors.referral(loop.sender, loop.referral.pk), loop.sender)["steps"]
    reader = presenters.detail(selectors.referral(loop.counselor, loop.referral.pk), loop.counselor)["steps"]
    assert [step["state"] for step in sender] == ["did", "did", "did", "now", ""]
    assert [step["state"] for step in reader] == ["did", "did", "did", "now", ""]
    assert (str(sender[3]["label"]), str(reader[3]["label"])) == ("Closed", "Completed")
    assert all(step["time"] for step in sender[:4])
    assert sender[4]["time"] == ""


def test_one_button_is_strong_and_a_quiet_one_never(loop: Loop) -> None:
    buttons = presenters.detail(selectors.referral(loop.counselor, loop.referral.pk), loop.counselor)["moves"]
    assert [(button["name"], button["primary"]) for button in buttons] == [("acknowledge", True), ("decline", False)]
    alone = presenters.detail(selectors.referral(loop.sender, loop.referral.pk), loop.sender)["moves"]
    assert [(button["name"], button["primary"], button["tone"]) for button in alone] == [("recall", False, "quiet")]


def test_a_row_of_a_list_offers_one_thing_to_do_and_is_strong_only_where_it_waits(loop: Loop) -> None:
    for tab, strong in (("waiting", True), ("ended", False)):
        page = selectors.inbox(loop.counselor, tab, 1)
        rows = presenters.inbox(page, tab, selectors.tabs_of(loop.counselor), loop.counselor)["rows"]
        assert all(len(row["moves"]) <= 1 for row in rows)
        assert all(button["primary"] == strong for row in rows for button in row["moves"])
    assert len(selectors.inbox(loop.counselor, "waiting", 1)) == 1


def test_every_move_of_the_table_has_a_page_or_is_a_plain_button(loop: Loop) -> None:
    with_form = {move.name for move in REFERRAL.moves if move.needs_form} - selectors.detail.WITHOUT_DOOR
    assert set(presenters.ROUTES) == with_form
