"""An incident with an officer on the way, and tablets to lose nothing on."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser

from core import clock
from incidents.models import Assignment
from incidents.services import assignments
from tests.browser.offline.device import Tablet
from tests.cast import District, district, log_call

__all__ = ["district"]

NewTablet = Callable[[], Tablet]


@pytest.fixture
def part(district: District) -> Assignment:
    """The CIT officer sent to a call of three hours ago."""
    at = clock.now() - timedelta(hours=3)
    incident = log_call(district, at=at).incident
    return assignments.send(
        incident,
        actor=district.dispatcher,
        expected_version=None,
        officer=district.cit_officer,
        override_reason="knows_person",
        at=at,
    )


@pytest.fixture
def new_tablet(live_server: Any, browser: Browser) -> Iterator[NewTablet]:
    """As many tablets as asked for."""
    contexts = []

    def make() -> Tablet:
        context = browser.new_context()
        contexts.append(context)
        return Tablet(context, live_server.url)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def tablet(new_tablet: NewTablet, district: District, part: Assignment) -> Tablet:
    """The officer's tablet, signed in and ready."""
    found = new_tablet()
    found.begin(district.officer(district.cit_officer))
    return found
