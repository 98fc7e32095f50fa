"""Response plans in a real browser: accessible in every theme, inside every width, and usable without script."""

from datetime import timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Page

from core.actors import Actor
from incidents.models import ResponsePlan
from incidents.services import care, plan_views, plans_of_care
from tests.browser.test_plans import check
from tests.browser.visiting import Visit
from tests.cast import District, district
from tests.incidents.care.plans import concern, in_force, second, today, words

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CONTACT = {"name": "S. Feldspar", "relationship": "Aunt", "organization": "", "phone": "555-0142", "reach": "Evenings"}
TRIGGER = {"text": "Fire drills and sirens", "source": "His aide", "on": "2026-01-15"}


@pytest.fixture
def plan(district: District) -> ResponsePlan:
    """In force, with a suggestion that waits, and a next version that changes it."""
    full = {
        "contacts": [CONTACT],
        "triggers": [TRIGGER],
        "safety": [concern(today() + timedelta(days=30)), concern(today() - timedelta(days=1), "weapon")],
        "sensory": "Light and noise hurt him.",
    }
    made = in_force(district, **full)
    text = "Counting the ceiling tiles together brought him back."
    care.suggest(made, actor=district.supervisor, kind="helps", text=text, client_key=uuid4())
    newer = plans_of_care.begin("S-77", actor=district.supervisor)
    changed = words(**{**full, "caution": "Keep the door open", "sensory": ""})
    plans_of_care.revise(newer, actor=district.supervisor, expected_version=None, **changed)
    return made


def test_every_page_of_a_plan_is_accessible_and_fits(district: District, plan: ResponsePlan, visit: Visit) -> None:
    boss = second(district)
    asked = visit(boss, f"/response-plans/{plan.pk}/")
    asked.get_by_role("heading", name="Say why, then read").wait_for()
    check(asked)
    asked.get_by_role("radio", name="Reviewing what happened").check()
    asked.get_by_role("button", name="Open the plan").click()
    asked.get_by_role("heading", name="Who has looked").wait_for()
    check(asked)
    paths = ("?show=ending", "suggestions/", "new/", f"{plan.pk}/card/", f"{plan.pk}/suggest/")
    for path in paths:
        check(visit(boss, f"/response-plans/{path}"))


def test_the_editor_and_the_comparison_are_accessible_and_fit(
    district: District, plan: ResponsePlan, visit: Visit
) -> None:
    newer = ResponsePlan.objects.get(status="draft")
    for page in ("edit/", "changes/"):
        check(visit(district.supervisor, f"/response-plans/{newer.pk}/{page}"))
    assert plan.number == 1


def test_rows_are_added_and_a_mistake_takes_the_focus_and_loses_nothing(
    district: District, plan: ResponsePlan, visit: Visit
) -> None:
    newer = ResponsePlan.objects.get(status="draft")
    page = visit(district.supervisor, f"/response-plans/{newer.pk}/edit/")
    page.get_by_role("group", name="What to try, in this order 2").get_by_label("Strategy").fill("Offer water")
    page.get_by_role("button", name="More rows: What to try, in this order").click()
    assert page.get_by_role("group", name="What to try, in this order 4").count() == 1
    assert strategy(page, 2) == "Offer water"
    page.get_by_role("group", name="Triggers 2").get_by_label("Trigger").fill("x\u202ey")
    page.get_by_role("button", name="Save draft").click()
    page.get_by_text("Please check this").wait_for()
    assert strategy(page, 2) == "Offer water"
    page.get_by_role("link", name="Triggers").first.click()
    page.get_by_role("group", name="Triggers 2").get_by_label("Trigger").fill("Bells")
    page.get_by_role("group", name="Triggers 2").get_by_label("Who says so").fill("Aunt")
    page.get_by_role("button", name="Save and submit for approval").click()
    page.get_by_text("It waits for a supervisor who did not write it.").wait_for()
    newer.refresh_from_db()
    assert newer.content["strategies"][1]["text"] == "Offer water"


def strategy(page: Page, row: int) -> str:
    group = page.get_by_role("group", name=f"What to try, in this order {row}")
    return group.get_by_label("Strategy").input_value()


def test_a_card_is_made_as_a_file(district: District, plan: ResponsePlan, visit: Visit) -> None:
    page = visit(second(district), f"/response-plans/{plan.pk}/card/")
    page.get_by_role("radio", name="Español").check()
    page.get_by_role("radio", name="Preparing a return to school").check()
    with page.expect_download() as found:
        page.get_by_role("button", name="Make the PDF").click()
    assert found.value.suggested_filename == "response-plan.pdf"
    assert opened(second(district), plan) is False


def opened(actor: Actor, plan: ResponsePlan) -> bool:
    return plan_views.opened(plan, actor=actor)
