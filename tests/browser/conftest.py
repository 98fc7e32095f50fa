"""A real Chromium; a page that logs an error, breaks the policy or asks another origin fails its test."""

import os
import shutil
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.browser.visiting import visit

__all__ = ["visit"]

NAMES = ["chromium", "chromium-browser", "google-chrome"]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def _chromium() -> str | None:
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or the one CHROMIUM names."""
    found = _chromium()
    if not found:
        reason = "No Chromium: install `chromium` or set CHROMIUM=path. Browser tests did not run."
        if os.environ.get("CIT_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    # Playwright's loop runs in this thread, and Django would take the test's own queries for async ones.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        # Patience, not a measure: a machine with other work takes longer to show the same.
        expect.set_options(timeout=30_000)
        chromium = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield chromium
        chromium.close()


def _is_fault(line: ConsoleMessage) -> bool:
    """Chromium calls a page that asks for a correction an error too; that is an answer of ours."""
    return line.type == "error" and not any(answer in line.text for answer in ("status of 422", "status of 409"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; what it complained about fails the test."""
    context = browser.new_context()
    opened = context.new_page()
    complaints: list[str] = []
    origins: set[str] = set()
    opened.on("console", lambda line: complaints.append(line.text) if _is_fault(line) else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: origins.add(urlsplit(request.url).netloc))
    yield opened
    context.close()
    assert complaints == []
    assert len(origins - {""}) <= 1, f"asked more than one origin: {sorted(origins)}"
