"""One drawing of a panel serves every desk until something rings, and nobody gets what is older than their question."""

from collections.abc import Callable, Iterator

import pytest
from django.db import transaction

from core.feed import kept
from core.feed.kept import drawing
from tests.cast import District, log_call
from tests.database import run_as_admin

HERE, TOPICS = "agency:a", ["incident", "unit"]


class Drawn:
    """Counts how often it was drawn; something may happen meanwhile."""

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.times, self.meanwhile = 0, meanwhile

    def __call__(self) -> str:
        self.times += 1
        self.meanwhile()
        return f"drawing {self.times}"


@pytest.fixture(autouse=True)
def _nothing_kept(transactional_db: None) -> Iterator[None]:
    kept._kept.clear()
    yield
    kept._kept.clear()


def ring(channel: str, topic: str) -> None:
    """Ring and commit."""
    run_as_admin("SELECT core_ring(%s, %s)", [channel, topic])


def ask(draw: Drawn) -> str:
    """As a desk does."""
    return drawing("board", HERE, TOPICS, draw)


def test_while_nothing_rings_one_drawing_serves_all() -> None:
    draw = Drawn()
    assert {ask(draw) for _ in range(5)} == {"drawing 1"}


@pytest.mark.parametrize("topic", TOPICS)
def test_after_a_ring_it_is_drawn_anew(topic: str) -> None:
    draw = Drawn()
    ask(draw)
    ring(HERE, topic)
    assert ask(draw) == "drawing 2"
    assert ask(draw) == "drawing 2"


@pytest.mark.parametrize(("channel", "topic"), [("agency:b", "incident"), (HERE, "referral"), ("person:p", "unit")])
def test_what_does_not_concern_it_leaves_it_alone(channel: str, topic: str) -> None:
    draw = Drawn()
    ask(draw)
    ring(channel, topic)
    assert ask(draw) == "drawing 1"


def test_what_commits_while_it_is_drawn_is_not_missed() -> None:
    once = iter([lambda: ring(HERE, "unit")])
    draw = Drawn(lambda: next(once, lambda: None)())
    ask(draw)
    assert ask(draw) == "drawing 2"


def test_what_never_rings_is_a_second_old_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = Drawn()
    ask(draw)
    monkeypatch.setattr(kept, "LASTS_S", 0.0)
    assert ask(draw) == "drawing 2"


def test_what_an_open_transaction_sees_is_kept_for_nobody() -> None:
    draw = Drawn()
    with transaction.atomic():
        assert [ask(draw), ask(draw)] == ["drawing 1", "drawing 2"]
    assert not kept._kept


def test_many_agencies_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "AT_MOST", 3)
    for number in range(10):
        drawing(number, HERE, TOPICS, Drawn())
    assert len(kept._kept) <= kept.AT_MOST


def test_a_desk_that_changes_something_sees_it_in_the_very_next_answer(district: District) -> None:
    draw, here = Drawn(), f"agency:{district.dispatcher.agency_id}"
    drawing("board", here, TOPICS, draw)
    log_call(district)
    assert drawing("board", here, TOPICS, draw) == "drawing 2"
