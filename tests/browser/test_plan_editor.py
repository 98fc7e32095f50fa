"""Drawing in a real browser: with the mouse, with the keyboard, and without any script."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from core.actors import Actor
from officers.models import FloorPlan
from officers.selectors import plan_keeping, plan_rows
from officers.services import plans
from tests.browser.test_plans import admin, check
from tests.browser.visiting import Visit
from tests.cast import District, district
from tests.officers.plans.drawn import rooms

__all__ = ["admin", "district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plan(district: District, admin: Actor) -> FloorPlan:
    """A second floor with nothing but a hall, in units of which one is about a pixel."""
    rooms(district)
    made = plans.add(district.room.building, actor=admin, floor=2, width=404, height=214)
    return plans.draw(
        made, actor=admin, expected_version=1, drawing="hall Hall: 14,88 390,88 390,124 14,124\ndoor D: 14,106"
    )


def kept(plan: FloorPlan) -> dict[str, Any]:
    """What is drawn, by name."""
    return {shape.name: shape.points for shape in plan_rows.shapes(plan_keeping.drawing(plan))}


def click(page: Page, x: float, y: float) -> None:
    """Click the plan at these units."""
    box = page.locator("[data-plan-editor] svg").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + x * box["width"] / 404, box["y"] + y * box["height"] / 214)


def test_the_pages_of_the_keeper_are_accessible(admin: Actor, plan: FloorPlan, visit: Visit) -> None:
    campus = f"/campuses/{plan.building.campus_id}/outline/"
    for path in ("/plans/", f"/plans/{plan.pk}/", f"/plans/{plan.pk}/picture/", campus):
        check(visit(admin, path))


def test_a_room_is_drawn_with_the_mouse_and_meets_the_hall(admin: Actor, plan: FloorPlan, visit: Visit) -> None:
    page = visit(admin, f"/plans/{plan.pk}/")
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.get_by_role("button", name="B-204").click()
    # The third and fourth click miss the corners of the hall by a little.
    for x, y in ((14, 18), (84, 18), (86, 70), (16, 86)):
        click(page, x, y)
    page.get_by_role("button", name="Save this").click()
    page.get_by_text("Saved.").wait_for()
    assert kept(plan)["B-204"] == ((14.0, 18.0), (84.0, 18.0), (86.0, 70.0), (14.0, 88.0))


def test_a_point_is_set_and_taken_back_by_keyboard(admin: Actor, plan: FloorPlan, visit: Visit) -> None:
    page = visit(admin, f"/plans/{plan.pk}/")
    page.locator("#id_kind").select_option("point")
    page.locator("#id_name").fill("h1")
    board = page.get_by_role("application")
    board.focus()
    for key in ("Enter", "Shift+ArrowLeft", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    assert page.locator("#id_points").input_value() == "192,106"
    page.keyboard.press("Backspace")
    assert page.locator("#id_points").input_value() == ""
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Save this").click()
    page.get_by_text("Saved.").wait_for()
    assert kept(plan)["h1"] == ((192.0, 106.0),)


def test_a_way_is_drawn_by_clicking_what_it_leads_over(admin: Actor, plan: FloorPlan, visit: Visit) -> None:
    plans.place(plan, actor=admin, expected_version=None, kind="point", name="h1", points="200,106")
    page = visit(admin, f"/plans/{plan.pk}/")
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.locator("#id_kind").select_option("way")
    click(page, 16, 106)
    click(page, 198, 108)
    page.get_by_role("button", name="Save this").click()
    page.get_by_text("Saved.").wait_for()
    assert "D > h1" in kept(plan)


def test_everything_is_drawn_without_script(
    live_server: Any, browser: Browser, admin: Actor, plan: FloorPlan, visit: Visit
) -> None:
    cookies = visit(admin, "/plans/").context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(f"{live_server.url}/plans/{plan.pk}/")
    page.locator("#id_name").fill("B-204")
    page.locator("#id_points").fill("14,18 84,18 84,88 14,88")
    page.get_by_role("button", name="Save this").click()
    page.get_by_text("Saved.").wait_for()
    assert len(kept(plan)["B-204"]) == 4
    context.close()
