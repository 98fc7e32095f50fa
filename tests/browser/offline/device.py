"""A tablet in an officer's hands: its browser, what is tapped and typed on it, and the faults that befall it."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from core.actors import Actor
from tests.referrals.people import signed_in

# What dispatch told, in the words of the approach.
TOLD = "Suicidal thoughts"
COMMANDS = "**/api/v1/incidents/*/commands"
CONTROLLED = """navigator.serviceWorker.controller ? true
  : new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', () => done(true)))"""


class Tablet:
    """One browser with memory of its own."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.context = context
        self.base = base
        self.page = context.new_page()

    def sign_in(self, actor: Actor) -> None:
        """Somebody's session, as the log-in page would give it."""
        value = signed_in(actor).cookies["sessionid"].value
        host = str(urlsplit(self.base).hostname)
        self.context.add_cookies([{"name": "sessionid", "value": value, "domain": host, "path": "/"}])

    def sign_out_elsewhere(self) -> None:
        """The session is over, and the tablet does not know."""
        self.context.clear_cookies(name="sessionid")

    def begin(self, actor: Actor) -> Page:
        """Sign in, meet the server once, and open the page that also opens without a signal."""
        self.sign_in(actor)
        self.page.goto(f"{self.base}/tablet/")
        self.page.evaluate(CONTROLLED)
        self.state(contact="ok").wait_for()
        self.begun("renewed")
        return self.shell()

    def shell(self) -> Page:
        """The page without names."""
        self.page.goto(f"{self.base}/tablet/shell/")
        self.page.locator("[data-drawn]").wait_for()
        self.begun("begun")
        return self.page

    def begun(self, how: str) -> None:
        """The script has started and asked the server once."""
        self.page.locator(f"html[data-tablet='{how}']").wait_for(state="attached")

    def state(self, **data: Any) -> Locator:
        """The line in the strip, in this state."""
        return self.page.locator("#unsent" + "".join(f"[data-{name}='{value}']" for name, value in data.items()))

    def line(self) -> str:
        """What the line says."""
        return self.page.locator("#unsent [data-line]").inner_text()

    def note(self, text: str) -> None:
        """Type a note and save it."""
        self.page.get_by_label("Note").fill(text)
        self.page.get_by_role("button", name="Save note").click()
        self.page.locator("form[data-command=note] [data-mark]:text-matches('Saved|Sent')").wait_for()
        expect(self.page.get_by_label("Note")).to_have_value("")

    def tap(self, name: str) -> None:
        """One tap on a button of the assignment."""
        self.page.locator("[data-assignments]").get_by_role("button", name=name).click()

    def hurry(self) -> None:
        """A reason to try again at once, as when the tablet is taken up."""
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def offline(self, cut: bool = True) -> None:
        """Take the network away, or give it back."""
        self.context.set_offline(cut)
        if cut:
            self.state(contact="offline").wait_for()


def cut_answers(tablet: Tablet, times: int) -> list[int]:
    """The server gets each entry and commits; the answer is lost so many times. Tells what was answered in vain."""
    lost: list[int] = []

    def handle(route: Route) -> None:
        if len(lost) >= times:
            return route.fallback()
        lost.append(route.fetch().status)
        return route.abort()

    tablet.context.route(COMMANDS, handle)
    return lost
