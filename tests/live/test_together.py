"""One rendering serves all who wait, and nobody gets what is older than their question."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from cit_dispatch.embedded.process import until
from core.web import together as module
from core.web.together import together


class Made:
    """Texts that the test finishes when it likes; each says how many had been begun before it."""

    def __init__(self) -> None:
        self.begun, self.go_on = 0, threading.Semaphore(0)

    def __call__(self) -> str:
        self.begun += 1
        number = self.begun
        assert self.go_on.acquire(timeout=10)
        return str(number)


def test_who_asks_while_one_is_made_gets_a_later_one_and_all_of_them_the_same() -> None:
    made = Made()
    with ThreadPoolExecutor(6) as pool:
        first = pool.submit(together, "board", made)
        assert until(lambda: made.begun == 1)
        later = [pool.submit(together, "board", made) for _ in range(5)]
        assert until(lambda: "board" in module._next)
        made.go_on.release()
        assert first.result(10) == "1"
        assert until(lambda: made.begun == 2)
        made.go_on.release(4)
        answers = {one.result(10) for one in later}
    assert "1" not in answers
    assert made.begun <= 3
    assert not module._running
    assert not module._next


def test_two_keys_do_not_meet() -> None:
    assert [together(key, lambda key=key: f"for {key}") for key in ("one", "two")] == ["for one", "for two"]


def test_a_failure_is_the_askers_own_and_blocks_nobody() -> None:
    def broken() -> str:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        together("board", broken)
    assert together("board", lambda: "whole") == "whole"
