"""The report in a real browser: readable in every theme and width, and its address is the report."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from officers.models import User
from tests.browser import axe
from tests.cast import NOON, build
from tests.outcomes.stories import case, unanswered

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MARCH = "since=2026-03-01&until=2026-03-31"
THEMES = ["dark", "light", "contrast"]
WIDTHS = [(1440, 900), (390, 844), (320, 640)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def supervised(live_server, page):
    """A supervisor's browser, and a district with a few cases over two months."""
    district = build("sotol")
    case(district)
    case(district, cit=False, minutes=9)
    case(district, at=NOON - timedelta(days=30), minutes=6)
    unanswered(district)
    client = Client()
    client.force_login(User.objects.get(pk=district.supervisor.id))
    cookie = client.cookies["sessionid"]
    page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
    return live_server.url


@pytest.mark.parametrize("path", [f"/outcomes/?{MARCH}", f"/outcomes/?{MARCH}&campus=AHS", "/outcomes/definitions/"])
def test_the_report_is_accessible_and_fits_in_every_theme_and_width(supervised, page, path):
    page.goto(supervised + path)
    for details in page.query_selector_all("main details"):
        details.evaluate("element => element.open = true")
    for theme in THEMES:
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for width, height in WIDTHS:
            page.set_viewport_size({"width": width, "height": height})
            assert axe.violations(page) == [], (theme, width)
            assert page.evaluate(OUTSIDE) <= 0, width


def test_another_period_takes_two_clicks_and_stays_in_the_address(supervised, page):
    page.goto(f"{supervised}/outcomes/?{MARCH}")
    page.get_by_role("link", name="Everything").click()
    page.wait_for_url(re.compile("since=2026-02-02"))
    assert "3 encounters" in page.text_content("main")
    page.locator("select[name=campus]").select_option("AHS")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile("campus=AHS"))
    assert "Too few to show" in page.text_content("main")


def test_a_chart_holds_its_numbers_for_those_who_cannot_see_it(supervised, page):
    page.goto(f"{supervised}/outcomes/?{MARCH}")
    assert page.locator("svg[role=img]").count() == 2
    page.locator("details", has_text="Numbers").nth(1).locator("summary").click()
    assert page.get_by_role("row", name=re.compile("February 2026")).get_by_role("cell").first.text_content() == "6:00"
