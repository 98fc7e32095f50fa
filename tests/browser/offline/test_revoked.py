"""A device that was given up hands over what it holds, sealed, and then forgets everything."""

import pytest

from incidents.models import Device, Quarantine
from incidents.services import tablet_devices
from tests.browser.offline import books
from tests.browser.offline.device import Tablet
from tests.browser.offline.test_people import LEFT
from tests.cast import District

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXTS = ["Held when it was lost", "Held, too"]


def test_a_revoked_tablet_is_emptied_into_quarantine_and_then_wiped(tablet: Tablet, district: District) -> None:
    tablet.offline()
    for text in TEXTS:
        tablet.note(text)
    tablet_devices.revoke(Device.objects.get(), actor=district.supervisor, reason="Lost at the stadium")
    tablet.offline(False)
    tablet.page.wait_for_url("**/accounts/login/**")
    assert [row.kind for row in Quarantine.objects.all()] == ["note", "note"]
    assert Device.objects.get().emptied_at is not None
    assert books.notes() == []
    assert not any(text in row.body for row in Quarantine.objects.all() for text in TEXTS)
    assert tablet.page.evaluate(LEFT) == {"databases": 0, "caches": 0, "workers": 0}


def test_a_tablet_whose_handing_over_failed_keeps_what_it_holds(tablet: Tablet, district: District) -> None:
    tablet.context.route("**/api/v1/tablet/quarantine", lambda route: route.abort())
    tablet.offline()
    tablet.note(TEXTS[0])
    tablet_devices.revoke(Device.objects.get(), actor=district.supervisor, reason="Lost at the stadium")
    with tablet.page.expect_event("requestfailed", lambda request: "quarantine" in request.url):
        tablet.offline(False)
    tablet.state(queued=1).wait_for()
    assert Quarantine.objects.count() == 0
    tablet.context.unroute("**/api/v1/tablet/quarantine")
    tablet.hurry()
    tablet.page.wait_for_url("**/accounts/login/**")
    assert Quarantine.objects.count() == 1
