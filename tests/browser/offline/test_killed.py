"""The browser is killed, as by a pulled battery; and what a finder of the tablet reads in its files."""

import base64
import os
import signal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error

from core.actors import Actor
from incidents.models import Assignment
from tests.browser.conftest import ARGUMENTS, _chromium
from tests.browser.offline import books
from tests.browser.offline.device import TOLD, Tablet
from tests.cast import District

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PLANTED = [f"Quokka under the stairs {n}" for n in range(3)]


class Killable(Tablet):
    """A tablet whose files stay when its browser dies."""

    def __init__(self, browser: Browser, profile: Path, base: str) -> None:
        self.profile = profile
        context = browser.browser_type.launch_persistent_context(
            str(profile), executable_path=_chromium(), args=ARGUMENTS
        )
        super().__init__(context, base)

    def kill(self) -> None:
        """SIGKILL to this browser and no other: the process that was started with this profile."""
        flag = f"--user-data-dir={self.profile}"
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().decode().split("\0")
            except OSError:
                continue
            if flag in words and not any(word.startswith("--type=") for word in words):
                os.kill(int(folder.name), signal.SIGKILL)
        try:
            self.context.close()
        except Error:
            return


@pytest.fixture
def me(district: District) -> Actor:
    """Who holds the tablet."""
    return district.officer(district.cit_officer)


@pytest.fixture
def dead(browser: Browser, live_server: Any, tmp_path: Path, part: Assignment, me: Actor) -> Path:
    """The folder of a browser that was killed with three notes waiting."""
    killable = Killable(browser, tmp_path / "profile", live_server.url)
    killable.begin(me)
    killable.offline()
    for text in PLANTED:
        killable.note(text)
    killable.kill()
    return killable.profile


def test_three_notes_outlast_a_killed_browser_and_arrive_after_a_sign_in(
    dead: Path, browser: Browser, live_server: Any, me: Actor
) -> None:
    assert books.notes() == []
    again = Killable(browser, dead, live_server.url)
    again.begin(me)
    again.state(queued=0, contact="ok").wait_for()
    assert books.notes() == PLANTED
    again.context.close()


def test_the_files_of_a_lost_tablet_hold_no_text_no_name_and_no_key(dead: Path, district: District) -> None:
    held = b"".join(path.read_bytes() for path in dead.rglob("*") if path.is_file())
    assert b"cit-tablet" in held
    for word in ("Quokka", "there is no point any more", "Yucca", TOLD):
        assert word.encode() not in held, word
        assert word.encode("utf-16-le") not in held, word
    for key in books.secrets():
        assert key not in held
        assert base64.b64encode(key) not in held
        assert base64.urlsafe_b64encode(key).rstrip(b"=") not in held


def test_after_a_restart_without_a_signal_the_told_is_not_readable_and_the_work_goes_on(
    dead: Path, browser: Browser, live_server: Any
) -> None:
    again = Killable(browser, dead, live_server.url)
    again.context.set_offline(True)
    again.page.goto(f"{again.base}/tablet/")
    again.state(queued=3, contact="offline").wait_for()
    again.page.get_by_text("is not readable without a signal after a restart").wait_for()
    assert again.page.get_by_text(TOLD).count() == 0
    again.note("After the restart")
    again.state(queued=4).wait_for()
    again.context.close()
