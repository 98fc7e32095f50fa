"""The board's officers are read at a glance: whole names, whole badges, whole times."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from core import clock
from officers.models import Certification, Officer
from tests.browser.test_incident_pages import Opener, scene, sit
from tests.cast import District, officer

__all__ = ["scene", "sit"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CUT = """() => [...document.querySelectorAll('#units b, #units .cit, #units td:last-child .timer')].filter(element => {
    const box = element.getBoundingClientRect(), edge = element.closest('td').getBoundingClientRect();
    return element.scrollWidth > element.clientWidth + 1 && element.tagName === 'B' || box.right > edge.right + 1;
}).map(element => element.textContent)"""


def test_no_name_badge_or_time_of_an_officer_is_cut(live_server, page: Page, sit: Opener, scene: District) -> None:
    now = clock.now()
    officer(scene.campus, "Felix Columbine", "C-11", cit=True)
    expiring = now.date() + timedelta(days=19)
    Certification.objects.filter(user__name="Felix Columbine").update(expires_on=expiring)
    Officer.objects.update(duty_since=now - timedelta(hours=11, minutes=25))
    sit(scene.dispatcher)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{live_server.url}/board/")
    assert "d left" in page.locator("#units").inner_text()
    assert "11 h 25 min" in page.locator("#units").inner_text()
    assert page.evaluate(CUT) == []
