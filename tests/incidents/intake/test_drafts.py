"""What is typed is kept at once, in order, for its owner alone, and is gone when the call ends."""

from datetime import timedelta
from uuid import uuid4

import pytest

from core.errors import BrokenRule, Conflict, Forbidden, NotFound
from core.models import Event
from incidents.intake_typed import MOST_OPEN
from incidents.models import Draft
from incidents.selectors import intake as selector
from incidents.services import intake_drafts
from tests.cast import NOON, District
from tests.incidents.intake.taking import take

LATER = NOON + timedelta(seconds=2)


def test_a_call_is_answered_when_its_draft_begins_whatever_is_typed_later(district: District) -> None:
    draft = take(district.dispatcher)
    saved = intake_drafts.save(draft, actor=district.dispatcher, step=1, typed={"said": "He is crying"}, at=LATER)
    assert (saved.answered_at, saved.saved_at, saved.typed) == (NOON, LATER, {"said": "He is crying"})


def test_a_saving_that_was_overtaken_is_left_out_and_nobody_is_told_off(district: District) -> None:
    draft = take(district.dispatcher)
    intake_drafts.save(draft, actor=district.dispatcher, step=5, typed={"said": "the newest"}, at=LATER)
    answer = intake_drafts.save(draft, actor=district.dispatcher, step=4, typed={"said": "older"}, at=LATER)
    assert (answer.step, answer.typed) == (5, {"said": "the newest"})
    assert Draft.objects.get().typed == {"said": "the newest"}


def test_the_same_key_again_is_the_same_call(district: District) -> None:
    key = uuid4()
    assert take(district.dispatcher, key).pk == take(district.dispatcher, key, at=LATER).pk
    assert Draft.objects.get().answered_at == NOON


def test_a_key_of_somebody_else_gives_nothing_away(district: District) -> None:
    key = uuid4()
    take(district.dispatcher, key)
    with pytest.raises(NotFound):
        take(district.supervisor, key)
    assert Draft.objects.count() == 1


def test_a_draft_exists_for_its_owner_only(district: District, neighbor: District) -> None:
    draft = take(district.dispatcher)
    assert selector.draft(district.dispatcher, draft.pk) == draft
    for stranger in (district.supervisor, neighbor.dispatcher, district.officer(district.cit_officer)):
        with pytest.raises(NotFound):
            selector.draft(stranger, draft.pk)
        with pytest.raises(Forbidden):
            intake_drafts.save(draft, actor=stranger, step=1, typed={"said": "mine now"})
        with pytest.raises(Forbidden):
            intake_drafts.discard(draft, actor=stranger)
    assert Draft.objects.get().typed == {}


def test_an_officer_takes_no_calls(district: District) -> None:
    with pytest.raises(Forbidden):
        take(district.officer(district.cit_officer))
    with pytest.raises(Forbidden):
        selector.drafts(district.officer(district.cit_officer))
    assert not Draft.objects.exists()


def test_open_calls_are_listed_in_the_order_in_which_they_were_answered(district: District) -> None:
    second, first = take(district.dispatcher, at=LATER), take(district.dispatcher)
    take(district.supervisor)
    gone = take(district.dispatcher)
    intake_drafts.discard(gone, actor=district.dispatcher)
    assert selector.drafts(district.dispatcher) == [first, second]


def test_nobody_opens_more_calls_than_they_can_hold(district: District) -> None:
    for _number in range(MOST_OPEN):
        take(district.dispatcher)
    with pytest.raises(BrokenRule, match="open already"):
        take(district.dispatcher)
    intake_drafts.discard(selector.drafts(district.dispatcher)[0], actor=district.dispatcher)
    take(district.dispatcher)


def test_a_discarded_call_is_empty_and_its_discarding_is_in_the_ledger_without_a_word_of_it(
    district: District,
) -> None:
    draft = take(district.dispatcher, said="Planted words")
    intake_drafts.discard(draft, actor=district.dispatcher, at=LATER)
    draft.refresh_from_db()
    assert (draft.typed, draft.ended_as, draft.ended_at) == ({}, "discarded", LATER)
    event = Event.objects.get(type="draft.discarded")
    assert event.facts == {}
    assert "Planted" not in event.payload


def test_discarding_twice_is_once_and_an_ended_call_is_not_saved_to(district: District) -> None:
    draft = take(district.dispatcher)
    intake_drafts.discard(draft, actor=district.dispatcher)
    intake_drafts.discard(draft, actor=district.dispatcher)
    assert Event.objects.filter(type="draft.discarded").count() == 1
    with pytest.raises(Conflict, match="has ended"):
        intake_drafts.save(draft, actor=district.dispatcher, step=9, typed={"said": "late"})
    assert Draft.objects.get().typed == {}


@pytest.mark.parametrize(
    "typed",
    [
        {"password": "x"},
        {"q1": "x"},
        {"said": ["a"]},
        {"officers": ["x"] * 6},
        {"officers": "x"},
        {"officers": ["x" * 37]},
        {"said": "x" * 100_001},
        {"caller_name": "x" * 81},
        {"q04": "x" * 65},
    ],
)
def test_a_draft_holds_what_the_form_holds_and_nothing_is_cut(district: District, typed: dict[str, object]) -> None:
    draft = take(district.dispatcher, said="kept")
    with pytest.raises(BrokenRule):
        intake_drafts.save(draft, actor=district.dispatcher, step=1, typed=typed)
    assert Draft.objects.get().typed == {"said": "kept"}


def test_ten_thousand_words_are_kept_whole(district: District) -> None:
    draft, words = take(district.dispatcher), "weapon " * 10_000
    intake_drafts.save(draft, actor=district.dispatcher, step=1, typed={"said": words.strip()})
    assert Draft.objects.get().typed["said"] == words.strip()
