"""The pages of shifts in a real browser: accessible in every theme and width, and a shift planned by keyboard alone."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from core import clock
from officers.models import CoverRequest, Leave, Rotation, Shift, TimeEntry
from officers.services import covers, leave
from tests.browser import axe
from tests.browser.visiting import Visit
from tests.cast import District, district
from tests.officers.rota import ZONE, joined, rotation, shift, template

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [(1440, 900), (1024, 768), (390, 844), (320, 640)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PICTURES = os.environ.get("CIT_PICTURES", "")


@pytest.fixture
def rota(district: District) -> District:
    """A week with shifts, a request, leave and a rotation."""
    today = timezone.localdate(clock.now(), ZONE)
    for number in range(7):
        shift(district.cit_officer, today + timedelta(days=number))
    me = district.officer(district.cit_officer)
    mine = Shift.objects.order_by("starts_at")[3]
    covers.ask(mine, actor=me, reason="Family")
    leave.ask(district.cit_officer, actor=me, kind="vacation", from_day=today, to_day=today)
    joined(district, rotation(district, template(district), None), district.cit_officer)
    return district


def check(page: Page, name: str) -> None:
    """No broken rule of accessibility in any theme, and nothing outside the screen at any width."""
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OUTSIDE) <= 0, (page.url, width)
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    for theme in ("contrast", "light", "dark"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for width, height in (WIDTHS[0], WIDTHS[2]):
            page.set_viewport_size({"width": width, "height": height})
            assert axe.violations(page) == [], (page.url, theme, width)
            if PICTURES and theme == "dark":
                page.screenshot(path=Path(PICTURES) / f"{name}-{width}-{theme}.png", full_page=True)


def test_the_supervisors_pages(rota: District, visit: Visit) -> None:
    boss, person = rota.supervisor, rota.cit_officer.pk
    for name, path in (
        ("week", "/shifts/"),
        ("plan", f"/officers/{person}/shifts/"),
        ("shift", f"/shifts/{Shift.objects.order_by('starts_at')[3].pk}/"),
        ("requests", "/shifts/requests/"),
        ("cover", f"/covers/{CoverRequest.objects.get().pk}/"),
        ("leave", f"/leave/{Leave.objects.get().pk}/"),
        ("clocks", "/shifts/clocks/"),
        ("correct", f"/entries/{TimeEntry.objects.first().pk}/"),
        ("templates", "/templates/"),
        ("rotations", "/rotations/"),
        ("rotation", f"/rotations/{Rotation.objects.get().pk}/"),
        ("import", "/shifts/import/"),
    ):
        check(visit(boss, path), name)


def test_an_officers_pages(rota: District, visit: Visit) -> None:
    me = rota.officer(rota.cit_officer)
    mine = Shift.objects.order_by("starts_at")[5].pk
    for name, path in (
        ("mine", "/shifts/mine/"),
        ("ask-cover", f"/shifts/{mine}/cover/"),
        ("ask-leave", f"/officers/{rota.cit_officer.pk}/leave/"),
        ("tablet-free", "/tablet/"),
    ):
        check(visit(me, path), name)


def test_a_term_is_looked_at_and_made(rota: District, visit: Visit) -> None:
    page = visit(rota.supervisor, "/shifts/generate/")
    before = Shift.objects.count()
    page.get_by_role("button", name="Show what would be made").click()
    expect(page.get_by_role("status").filter(has_text="would be planned")).to_be_visible()
    check(page, "generate")
    page.get_by_role("button", name="Plan").click()
    expect(page.get_by_text("shifts planned")).to_be_visible()
    assert Shift.objects.count() > before


def test_a_shift_is_planned_by_keyboard_alone(rota: District, visit: Visit) -> None:
    page = visit(rota.supervisor, "/shifts/")
    page.locator("[data-planner] td a[tabindex='0']").focus()
    assert page.locator("[data-planner] td a[tabindex='0']").count() == 1
    for key in ("ArrowDown", "Home", "ArrowRight", "ArrowRight", "End"):
        page.keyboard.press(key)
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused.startswith(f"/officers/{rota.other_officer.pk}/shifts/?day=")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Plan a shift for S-21")
    page.locator("[name=starts]").focus()
    page.keyboard.type("0700AM")
    page.locator("[name=ends]").focus()
    page.keyboard.type("0300PM")
    page.locator("[name=position]").focus()
    page.keyboard.type("Patrol")
    page.get_by_role("button", name="Plan", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The shift is planned.")).to_be_visible()
    made = Shift.objects.get(officer=rota.other_officer)
    assert (made.ends_at - made.starts_at) == timedelta(hours=8)


def test_an_officer_clocks_out_and_in_with_a_finger(rota: District, visit: Visit) -> None:
    page = visit(rota.officer(rota.cit_officer), "/tablet/")
    page.get_by_role("button", name="Clock out").click()
    expect(page.get_by_role("heading", name="You are off duty")).to_be_visible()
    box = page.get_by_role("button", name="Clock in").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    page.get_by_role("button", name="Clock in").click()
    expect(page.get_by_role("heading", name="No assignment")).to_be_visible()
