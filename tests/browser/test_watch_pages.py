"""Checks, desks and the wall board in a real browser: accessible in every theme, nothing outside, and heard at once."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from incidents.models import Desk, Timer
from incidents.services import desks, shift_log, timer_sweep
from officers.models import User
from tests.browser import axe
from tests.browser.visiting import Visit
from tests.cast import District, arrived, district, log_call

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [(1440, 900), (1024, 768), (390, 844)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PICTURES = os.environ.get("CIT_PICTURES", "")


@pytest.fixture
def alarmed(district: District) -> Timer:
    """A desk with somebody at it, an officer who has not answered, and two calls that wait."""
    now = timezone.now()
    desk = desks.add(district.campus.agency, actor=district.supervisor, name="Desk 1", at=now)
    desks.add(district.campus.agency, actor=district.supervisor, name="Desk 2", at=now)
    desks.sign_on(desk, actor=district.dispatcher, at=now - timedelta(hours=1))
    line = shift_log.write(district.campus.agency, actor=district.dispatcher, text="Gate 3 is closed.", at=now)
    shift_log.correct(line, actor=district.supervisor, text="Gate 4 is closed.", at=now)
    arrived(district, log_call(district, at=now - timedelta(minutes=13)).incident)
    for nature in ("suicide_attempt", "panic_anxiety"):
        log_call(district, nature=nature, at=now - timedelta(minutes=2))
    Timer.objects.filter(kind__in=("welfare", "report")).update(started_at=now - timedelta(minutes=13))
    Timer.objects.filter(kind="report").update(next_at=now + timedelta(minutes=32))
    for minutes in (3, 2, 1):
        Timer.objects.filter(kind="welfare").update(next_at=now - timedelta(minutes=minutes))
        timer_sweep.run(now - timedelta(minutes=minutes))
    return Timer.objects.get(kind="welfare", ended_at__isnull=True)


def check(page: Page, name: str, widths: list[tuple[int, int]] = WIDTHS) -> None:
    """No broken rule of accessibility in any theme, and nothing outside the screen at any width."""
    for width, height in widths:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OUTSIDE) <= 0, (page.url, width)
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png")
    for theme in ("contrast", "light", "dark"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for width, height in (widths[0], widths[-1]):
            page.set_viewport_size({"width": width, "height": height})
            assert axe.violations(page) == [], (name, theme, width)


def test_the_pages_of_checks_and_rules_are_accessible(visit: Visit, district: District, alarmed: Timer) -> None:
    check(visit(district.dispatcher, f"/timers/{alarmed.pk}/acknowledge/"), "acknowledge")
    check(visit(district.supervisor, "/timer-rules/"), "rules")
    check(visit(district.supervisor, "/timer-rules/new/"), "rule")


def test_the_pages_of_desks_and_log_are_accessible(visit: Visit, district: District, alarmed: Timer) -> None:
    desk = Desk.objects.get(name="Desk 1")
    check(visit(district.dispatcher, "/desks/"), "desks")
    check(visit(district.dispatcher, f"/desks/{desk.pk}/sign-off/"), "sign-off")
    check(visit(district.supervisor, f"/desks/{desk.pk}/take-over/"), "take-over")
    check(visit(district.supervisor, "/shift-log/"), "log")
    check(visit(district.supervisor, "/supervision/desks/"), "activity")


def test_the_wall_is_read_from_across_the_room(visit: Visit, district: District, alarmed: Timer) -> None:
    page = visit(district.supervisor, "/supervision/")
    expect(page.locator(".wall-ring.alarm").filter(has_text="C-12")).to_be_visible()
    page.set_viewport_size({"width": 1920, "height": 1080})
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    size = page.locator(".wall-n b").first.evaluate("box => parseFloat(getComputedStyle(box).fontSize)")
    assert size >= 90
    check(page, "wall", [(1920, 1080), *WIDTHS])


def test_the_wall_speaks_spanish(visit: Visit, district: District, alarmed: Timer) -> None:
    User.objects.filter(pk=district.supervisor.id).update(language="es")
    page = visit(district.supervisor, "/supervision/")
    expect(page.locator("h1")).to_have_text("Supervisión")
    check(page, "wall-es", [(1920, 1080), (1440, 900)])


def test_one_key_opens_the_first_check_and_the_words_are_typed_at_once(
    visit: Visit, district: District, alarmed: Timer
) -> None:
    Timer.objects.filter(kind="waiting").update(stage="ended", ended_at=timezone.now(), next_at=None)
    page = visit(district.dispatcher, "/board/")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator("#timers .check.alarm").first).to_contain_text("C-12")
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / "board.png")
    page.locator("#timers h2").click()
    page.keyboard.press("w")
    expect(page.locator("h1")).to_contain_text("C-12")
    page.keyboard.type("Code four, talking.")
    page.keyboard.press("Enter")
    page.wait_for_url("**/board/")
    alarmed.refresh_from_db()
    assert alarmed.words == "Code four, talking."


def test_the_officer_answers_with_one_large_button(visit: Visit, district: District, alarmed: Timer) -> None:
    page = visit(district.officer(district.cit_officer), "/tablet/")
    button = page.get_by_role("button", name="I am well")
    check(page, "tablet", [(1180, 820), (820, 1180), (390, 844)])
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 64
    button.click()
    expect(page.get_by_text("Dispatch has heard that you are well.")).to_be_visible()
    alarmed.refresh_from_db()
    assert alarmed.ended_at is not None
