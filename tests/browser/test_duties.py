"""Duties and legal forms in a real browser: accessible in every theme, and inside every width."""

import os
from datetime import date, time
from pathlib import Path

import pytest
from playwright.sync_api import Page

from core.actors import Actor
from incidents.models import DeescalationRecord, Duty, LegalForm, LegalTemplate, SchoolTerm
from incidents.services import duty_sweep, legal_forms, legal_templates
from tests.browser import axe
from tests.browser.visiting import Visit
from tests.cast import NOON, District, arrived, begun, district, log_call
from tests.incidents.law.conftest import saved
from tests.incidents.law.filled import completed, signed
from tests.incidents.law.test_duties import RESTRAINT

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [(1440, 900), (1024, 768), (390, 844)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
KEPT = os.environ.get("CIT_PICTURES", "")


def check(page: Page, name: str) -> None:
    """No broken rule of accessibility in any theme, and nothing outside the screen at any width."""
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OUTSIDE) <= 0, (page.url, width)
    for theme in ("dark", "light", "contrast"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for width, height in (WIDTHS[0], WIDTHS[2]):
            page.set_viewport_size({"width": width, "height": height})
            assert axe.violations(page) == [], (page.url, theme, width)
            if KEPT and theme != "contrast":
                page.screenshot(path=str(Path(KEPT) / f"{name}-{theme}-{width}.png"), full_page=True)


@pytest.fixture
def me(district: District) -> Actor:
    """The CIT officer."""
    return district.officer(district.cit_officer)


@pytest.fixture
def record(district: District, me: Actor) -> DeescalationRecord:
    """A record of a detention with a restraint, its clocks over."""
    legal_templates.install(district.campus.agency)
    given = {"name": "Spring", "opens_at": time(8, 0), "closes_at": time(15, 30)}
    SchoolTerm.objects.create(
        agency=district.campus.agency, first_day=date(2026, 1, 6), last_day=date(2026, 5, 28), **given
    )
    incident = log_call(district).incident
    arrived(district, incident)
    made = begun(district, incident)
    ended = {"primary_outcome": "emergency_detention", "restraint_used": True, "restraints": [RESTRAINT]}
    saved(made, me, nature=["threat_or_harm_to_others"], **ended)
    duty_sweep.run()
    return made


def test_duties_are_read_by_everybody_who_owes_them(
    district: District, record: DeescalationRecord, visit: Visit
) -> None:
    page = visit(district.supervisor, "/duties/")
    page.get_by_role("heading", name="Duties").wait_for()
    assert page.get_by_text("Overdue").count() >= 3
    check(page, "duties")
    page.get_by_role("link", name="Refer to the threat-assessment team").click()
    page.get_by_role("heading", name="Clock").wait_for()
    check(page, "duty")
    page.get_by_role("link", name="Log a step").click()
    page.get_by_label("Step", exact=True).wait_for()
    check(page, "step")


def test_a_form_is_completed_by_hand_and_signed(record: DeescalationRecord, me: Actor, visit: Visit) -> None:
    duty = Duty.objects.get(record=record, kind="detention_notice")
    form = completed(duty, me)
    page = visit(me, f"/legal-forms/{form.pk}/")
    page.get_by_role("button", name="Save and go on to sign").wait_for()
    check(page, "form")
    page.get_by_role("button", name="Save and go on to sign").click()
    page.get_by_label("Your name, as a signature").fill("Yucca")
    check(page, "sign")
    page.get_by_label("I have read this form").check()
    page.get_by_role("button", name="Sign").click()
    page.get_by_role("link", name="Print").wait_for()
    assert LegalForm.objects.get(pk=form.pk).status == "signed"
    check(page, "signed")
    page.get_by_role("link", name="Times at the facility").click()
    check(page, "times")


def test_what_stands_behind_the_forms_is_kept_by_the_office(
    district: District, record: DeescalationRecord, me: Actor, visit: Visit
) -> None:
    duty = Duty.objects.get(record=record, kind="restraint_written")
    form = signed(completed(duty, me, "es"), me)
    legal_forms.hand_out(form, actor=me, recipient="parent_guardian", purpose="Notice", at=NOON)
    row = LegalTemplate.objects.get(slug="restraint_notice", language="es")
    addresses = {
        "calendar": "/school-calendar/",
        "exports": "/restraint-reports/",
        "templates": "/legal-templates/",
        "template": f"/legal-templates/{row.pk}/",
        "done": f"/duties/{duty.pk}/",
    }
    for name, address in addresses.items():
        page = visit(district.supervisor, address)
        page.get_by_role("heading", level=1).wait_for()
        check(page, name)
