"""A tablet in a real browser: what its first load weighs, and how long a tap takes to be safe and to be answered."""

import gzip
import os
import shutil
import statistics
from dataclasses import dataclass, field
from typing import Any

import brotli
from playwright.sync_api import Page, Response, sync_playwright

from incidents.models import Assignment
from outcomes.bench import fill, live
from outcomes.bench.live_table import p95

BUDGETS = {
    "first load, page with styles, scripts and fonts, compressed, KB": 120.0,
    "tap to stored on the tablet, p95 ms": 50.0,
    "tap to answered by the server, p95 ms": 300.0,
}
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WEIGHED = ("document", "stylesheet", "script", "font")
# A step and its taking back, by turns: each starts from the version that the one before it left.
MOVES = ("start", "unstart")
READY = "html[data-tablet]"
# A form as the tablet's pages have them, and the three moments of one tap on it.
TAP = """({ incident, kind, fields }) => new Promise((done, failed) => {
  const form = document.createElement("form");
  Object.assign(form.dataset, { command: kind, incident, ifMatch: "" });
  form.method = "post";
  for (const [name, value] of Object.entries(fields)) {
    const input = Object.assign(document.createElement("input"), { type: "hidden", name, value });
    form.append(input);
  }
  document.body.append(form);
  const begun = performance.now();
  let stored = 0;
  form.addEventListener("cit:stored", () => { stored = performance.now() - begun; });
  document.addEventListener("cit:tablet-sent", () => {
    done({ stored, answered: performance.now() - begun });
    form.remove();
  }, { once: true });
  document.addEventListener("cit:tablet-parked", ({ detail }) => failed(new Error(JSON.stringify(detail.answer))));
  form.requestSubmit();
})"""


class NoBrowser(Exception):
    """There is nothing to measure with."""


@dataclass
class Weighed:
    """What was measured, in the order of the budgets."""

    kilobytes: float = 0.0
    stored: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """By the names of the budgets."""
        return dict(zip(BUDGETS, (self.kilobytes, p95(self.stored), p95(self.answered)), strict=True))


def measure(town: fill.Town, port: int, taps: int) -> Weighed:
    """One officer's tablet, opened for the first time and then used."""
    parts = Assignment.objects.filter(agency_id=town.campus.agency_id, status="dispatched")
    mine = parts.select_related("officer__user").order_by("dispatched_at")[0]
    kept = live.session(mine.officer.user)
    base = f"http://localhost:{port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)
        try:
            return _used(browser.new_page(), base, kept, mine, taps)
        finally:
            browser.close()


def _used(page: Page, base: str, kept: str, mine: Assignment, taps: int) -> Weighed:
    found = Weighed()
    page.context.add_cookies([{"name": "sessionid", "value": kept, "url": base}])
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{base}{live.TABLET}")
    page.locator(READY).wait_for(state="attached")
    found.kilobytes = weight(answers)
    for turn in range(taps):
        once = _tap(page, mine, MOVES[turn % len(MOVES)])
        found.stored.append(once["stored"])
        found.answered.append(once["answered"])
    return found


def _tap(page: Page, mine: Assignment, move: str) -> dict[str, Any]:
    fields = {"assignment": str(mine.pk), "move": move}
    given = {"incident": str(mine.incident_id), "kind": "status", "fields": fields}
    once: dict[str, Any] = page.evaluate(TAP, given)
    return once


def weight(answers: list[Response]) -> float:
    """What a production server sends for them, in KB: files as they are kept compressed, the page by the proxy."""
    return sum(map(_weight, answers)) / 1000


def _weight(answer: Response) -> int:
    kind = answer.request.resource_type
    if kind not in WEIGHED or answer.status != 200:
        return 0
    body = answer.body()
    if kind == "font":
        # A font is compressed already, and its file is sent as it is.
        return len(body)
    return len(gzip.compress(body, 6) if kind == "document" else brotli.compress(body))


def _chromium() -> str:
    wanted = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    found = next(filter(None, map(shutil.which, wanted)), None)
    if found is None:
        raise NoBrowser("No Chromium: install `chromium` or set CHROMIUM=path.")
    return found


def missed(found: Weighed) -> bool:
    """Whether any budget was missed."""
    return any(value > BUDGETS[name] for name, value in found.figures().items())


def text(found: Weighed) -> str:
    """A line for each budget, kept or missed."""
    lines = [
        f"{'kept' if value <= BUDGETS[name] else 'MISSED':7} {name}: {value:.1f} of {BUDGETS[name]:g}"
        for name, value in found.figures().items()
    ]
    stored, answered = (statistics.median(values) for values in (found.stored, found.answered))
    return "\n".join([*lines, f"        p50: stored {stored:.1f} ms, answered {answered:.1f} ms"])
