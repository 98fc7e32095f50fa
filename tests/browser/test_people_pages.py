"""People in a real browser: accessible in every theme, inside every width, and linked by keyboard alone."""

from datetime import timedelta

import pytest

from core import clock
from core.models import Event
from incidents.models import Guardian, PersonMerge
from tests.browser.test_plans import check
from tests.browser.visiting import Visit
from tests.cast import District, district
from tests.incidents.people.folk import child, known, met, subject

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_is_this_is_answered_by_keyboard(district: District, visit: Visit) -> None:
    one, case = child(district), subject(district, role="student", name="Lark Aster", student_number="D1001")
    page = visit(district.dispatcher, f"/subjects/{case.pk}/person/")
    check(page)
    page.get_by_role("button", name="This is the person").focus()
    page.keyboard.press("Enter")
    page.get_by_text("The person was linked.").wait_for()
    case.refresh_from_db()
    assert case.person == one
    assert Event.objects.filter(type="subject.linked").count() == 1


def test_a_person_is_read_and_merged(district: District, visit: Visit) -> None:
    kept, gone = known(district), known(district, given_name="Larkspurr", student_number="D7")
    Guardian.objects.create(agency=district.campus.agency, person=kept, name="Feldspar Aster", phone="555-0101")
    met(district, kept, at=clock.now() - timedelta(days=3))
    page = visit(district.supervisor, f"/people/{kept.pk}/")
    page.get_by_role("heading", name="Larkspur Aster").wait_for()
    check(page)
    page.get_by_role("link", name="Merge with another row").click()
    page.get_by_role("link", name="Compare Larkspurr Aster").click()
    page.get_by_role("heading", name="Are these one person?").wait_for()
    check(page)
    page.get_by_label("Why they are one person").fill("One person")
    page.get_by_role("button", name="Merge", exact=True).click()
    page.get_by_role("heading", name="Take them apart again").wait_for()
    check(page)
    assert PersonMerge.objects.get().absorbed == gone
