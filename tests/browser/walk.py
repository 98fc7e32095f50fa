"""A walk through the demonstration: who is signed in, what they press, and a picture of each step."""

import os
import re
from pathlib import Path

from django.conf import settings
from playwright.sync_api import Page, expect

from cit_dispatch.demo.logins import demo_logins
from officers.roles import Role
from tests.browser.axe import violations

PICTURES = Path(os.environ.get("CIT_PICTURES", settings.BASE_DIR / "artefacts" / "journey"))
SIZES = {"desktop": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}


class Walk:
    """The page, the address, and a picture of each step."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base, self.step = page, base, 0
        self.people = {login["label"]: login["email"] for login in demo_logins()}

    def become(self, role: Role) -> None:
        """Log in with one click as the demonstration's person of this role."""
        # The page before must not ask for anything with a session that is gone.
        self.page.goto("about:blank")
        self.page.context.clear_cookies()
        self.page.goto(f"{self.base}/accounts/login/")
        self.page.locator(f'button[name=email][value="{self.people[str(role.label)]}"]').click()
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def go(self, name: str) -> None:
        """A link by its words."""
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def press(self, name: str) -> None:
        """A button by its words; what follows is a new page."""
        self.page.get_by_role("button", name=re.compile(f"^{name}")).first.click()
        self.page.wait_for_load_state()

    def choose(self, **answers: str) -> None:
        """Radios and tiles by name and value; they are drawn by their labels, as a finger meets them."""
        for name, value in answers.items():
            chosen = f'input[name="{name}"][value="{value}"]'
            # A question may open only when the one before it was answered.
            self.page.locator(f"label:has({chosen})").first.wait_for()
            self.page.locator(chosen).check(force=True)

    def picture(self, name: str) -> None:
        """Three sizes, kept as artefacts; and no accessibility fault in any theme."""
        self.step += 1
        PICTURES.mkdir(parents=True, exist_ok=True)
        for size, (width, height) in SIZES.items():
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.screenshot(path=PICTURES / f"{self.step:02d}-{name}-{size}.png")
        self.page.set_viewport_size({"width": 1440, "height": 900})
        for theme in ("contrast", "light", "dark"):
            self.page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            assert violations(self.page) == [], f"{name}, {theme}"
