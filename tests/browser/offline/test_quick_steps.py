"""Quick taps on a slow server: a step builds on the one before it, whatever the server has not said yet."""

import pytest
from playwright.sync_api import APIResponse, Page, Route

from core.actors import Actor
from incidents.models import Assignment
from incidents.services import assignments
from tests.browser.offline import books
from tests.browser.offline.conftest import NewTablet
from tests.browser.offline.device import COMMANDS, Tablet
from tests.cast import District

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LISTED = "**/api/v1/tablet"


@pytest.fixture
def me(district: District, part: Assignment) -> Actor:
    """Who holds the tablet and has read the assignment."""
    actor = district.officer(district.cit_officer)
    assignments.acknowledge(part, actor=actor)
    return actor


class Late:
    """Answers that the server gives when it is asked and that arrive when the test lets them go."""

    def __init__(self, tablet: Tablet, address: str) -> None:
        self.tablet, self.late = tablet, True
        self.waiting: list[tuple[Route, APIResponse]] = []
        tablet.context.route(address, self._keep)

    def _keep(self, route: Route) -> None:
        answer = route.fetch()
        if self.late:
            self.waiting.append((route, answer))
        else:
            route.fulfill(response=answer)

    def arrive(self) -> None:
        """All that was asked so far, one at least; what is asked from now on is answered at once."""
        while not self.waiting:
            self.tablet.page.wait_for_timeout(20)
        self.late = False
        for route, answer in self.waiting:
            route.fulfill(response=answer)


def tap(page: Page, name: str) -> None:
    """One tap on a step of the approach, and its entry is stored."""
    form = page.locator("form[data-command=status]", has=page.get_by_role("button", name=name)).first
    form.get_by_role("button").click()


def test_two_steps_before_the_server_has_listed_the_assignment_are_both_taken(
    new_tablet: NewTablet, me: Actor, part: Assignment
) -> None:
    tablet = new_tablet()
    tablet.sign_in(me)
    listed, answered = Late(tablet, LISTED), Late(tablet, COMMANDS)
    tablet.page.goto(f"{tablet.base}/tablet/")
    tablet.state(queued=0, contact="ok").wait_for()
    with tablet.page.expect_request(COMMANDS):
        tap(tablet.page, "En route")
    tap(tablet.page, "On scene")
    tablet.state(queued=2).wait_for()
    answered.arrive()
    listed.arrive()
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    part.refresh_from_db()
    assert (part.status, [row.kind for row in books.commands()]) == ("on_scene", ["status", "status"])


def test_a_list_asked_for_before_a_step_does_not_take_the_step_back(
    tablet: Tablet, me: Actor, part: Assignment
) -> None:
    listed = Late(tablet, LISTED)
    tablet.page.goto(f"{tablet.base}/tablet/")
    tablet.state(queued=0, contact="ok").wait_for()
    tap(tablet.page, "En route")
    tablet.page.locator("[data-step=en_route]").wait_for()
    listed.arrive()
    tablet.begun("renewed")
    tablet.shell()
    with tablet.page.expect_response(COMMANDS) as answer:
        tablet.tap("On scene")
    assert answer.value.status == 200
    part.refresh_from_db()
    assert part.status == "on_scene"
