"""Desks and tablets at work: each person in a browser of their own, on a real web process that may be killed."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from core import clock
from incidents.models import Incident
from incidents.services import assessments, assignments
from tests.cast import CALM, District, build, log_call
from tests.faults.system import System
from tests.live.conftest import cookie

Sit = Callable[..., Page]
# Patience, not a measure: how fast a change is on the screens is measured by the benchmarks.
SOON = 30_000


@pytest.fixture
def scene(web: System) -> District:
    """A district on the database of the web process."""
    return build("sotol")


@pytest.fixture
def sit(web: System, browser: Browser) -> Iterator[Sit]:
    """A browser of its own for each person; two pages of one browser share a context."""
    seats = Seats(browser, f"http://127.0.0.1:{web.port}")
    yield seats.sit
    seats.leave()
    assert seats.refused == []
    assert seats.origins <= {f"127.0.0.1:{web.port}", ""}


class Seats:
    """Opens pages, and notes what the policy refused and whom they asked."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.contexts: list[BrowserContext] = []
        self.refused: list[str] = []
        self.origins: set[str] = set()

    def sit(self, person: UUID | None, path: str, beside: Page | None = None, **given: bool) -> Page:
        """The page of this person once it is live; with `clock`, one whose time the test moves on; or `blocked`."""
        if beside is None:
            self.contexts.append(self._context(person))
        page = self.contexts[-1].new_page() if beside is None else beside.context.new_page()
        page.on("console", lambda line: self.refused.append(line.text) if "Content Security" in line.text else None)
        page.on("request", lambda request: self.origins.add(urlsplit(request.url).netloc))
        if given.get("clock"):
            page.clock.install()
        if given.get("blocked"):
            page.route("**/live/", lambda route: route.abort())
        page.goto(self.address + path)
        shows(page, "poll" if given.get("blocked") else "live", SOON)
        return page

    def leave(self) -> None:
        """Close every browser."""
        for context in self.contexts:
            context.close()

    def _context(self, person: UUID | None) -> BrowserContext:
        found = self.browser.new_context()
        found.add_cookies([{"name": "sessionid", "value": cookie(person), "url": self.address}])
        return found


def shows(page: Page, state: str, within: int) -> None:
    """Which state the status line shows; it alone is visible."""
    expect(page.locator(f"#live [data-when={state}]")).to_be_visible(timeout=within)
    expect(page.locator("#live [data-when]:visible")).to_have_count(1)


def opened(scene: District, answers: dict[str, str] = CALM, **changes: Any) -> Incident:
    """A call, assessed, without a unit."""
    incident = log_call(scene, at=clock.now(), **changes).incident
    return assessments.assess(incident, actor=scene.dispatcher, expected_version=None, answers=answers)


def send(scene: District, incident: Incident) -> None:
    """The CIT officer."""
    assignments.send(incident, actor=scene.dispatcher, expected_version=None, officer=scene.cit_officer)


def change(incident: Incident) -> None:
    """Any change of the incident."""
    Incident.objects.filter(pk=incident.pk).update(cit_unavailable_reason="")
