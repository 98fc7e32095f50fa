"""What the browser seals the server opens, in its own place alone."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from core import clock
from core.errors import BrokenRule
from incidents.models import Device
from incidents.services import tablet_keys
from incidents.tablet.sealing import additional
from tests.browser.offline.device import Tablet
from tests.cast import District

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SEAL = """async ({ data, bound }) => {
  const [{ seal, binding }, db] = await Promise.all(
    ["seal", "db"].map((name) => import(`/static/js/tablet/${name}.js`)));
  return seal(await db.read("key"), data, binding(bound));
}"""
SAID = {"text": "“¿Estás bien?” — 30 s, ✓"}


@pytest.fixture
def bound(tablet: Tablet, district: District) -> dict[str, Any]:
    """What an entry is bound to."""
    user, device = str(district.cit_officer.user_id), str(Device.objects.get().pk)
    return {"device": device, "user": user, "key": str(uuid4()), "seq": 7, "kind": "note"}


def opened(district: District, sealed: dict[str, str], bound: dict[str, Any]) -> dict[str, Any]:
    """As the server opens it."""
    aad = additional(**bound)
    return tablet_keys.opened(district.campus.agency_id, sealed, aad, clock.now())


def test_what_the_browser_seals_the_server_opens(tablet: Tablet, district: District, bound: dict[str, Any]) -> None:
    sealed = tablet.page.evaluate(SEAL, {"data": SAID, "bound": bound})
    assert opened(district, sealed, bound) == SAID
    again = tablet.page.evaluate(SEAL, {"data": SAID, "bound": bound})
    assert again["ct"] != sealed["ct"]
    assert again["epk"] != sealed["epk"]


@pytest.mark.parametrize("name", ["device", "user", "key", "seq", "kind"])
def test_it_opens_under_no_other_device_person_key_number_or_kind(
    tablet: Tablet, district: District, bound: dict[str, Any], name: str
) -> None:
    sealed = tablet.page.evaluate(SEAL, {"data": SAID, "bound": bound})
    other = {**bound, name: 8 if name == "seq" else "arrival" if name == "kind" else str(UUID(int=1))}
    with pytest.raises(BrokenRule):
        opened(district, sealed, other)
