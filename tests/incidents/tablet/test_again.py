"""A device that has lost its proof is itself again, in its own agency, and stays given up when it was."""

from typing import Any
from uuid import uuid4

from core.actors import Actor
from incidents.models import Device
from incidents.services import tablet_devices
from tests.cast import District
from tests.incidents.desk import signed_in
from tests.incidents.tablet.sending import Tablet

AGAIN = "/api/v1/tablet/devices/again"


def prove(actor: Actor, device: str) -> Any:
    """Ask for a new proof in a fresh browser."""
    client = signed_in(actor)
    return client, client.post(AGAIN, {"device": device}, content_type="application/json")


def test_entries_of_a_device_without_its_cookie_arrive_after_it_has_proven_itself(
    tablet: Tablet, district: District
) -> None:
    waiting = tablet.sealed("note", {"text": "Sealed before the crash."})
    client, answer = prove(district.officer(district.cit_officer), tablet.device)
    assert answer.status_code == 200
    tablet.client = client
    assert tablet.send(waiting).status_code == 201


def test_the_old_proof_is_worth_nothing_any_more(tablet: Tablet, district: District) -> None:
    before = Device.objects.get().secret_hash
    prove(district.officer(district.cit_officer), tablet.device)
    assert Device.objects.get().secret_hash != before


def test_neither_a_stranger_nor_a_dispatcher_proves_it_and_an_unknown_one_is_nobodys(
    tablet: Tablet, district: District, neighbor: District
) -> None:
    before = Device.objects.get().secret_hash
    assert prove(neighbor.officer(neighbor.cit_officer), tablet.device)[1].status_code == 404
    assert prove(district.dispatcher, tablet.device)[1].status_code == 403
    assert prove(district.officer(district.cit_officer), str(uuid4()))[1].status_code == 404
    assert Device.objects.get().secret_hash == before


def test_a_device_that_was_given_up_stays_given_up(tablet: Tablet, district: District) -> None:
    tablet_devices.revoke(Device.objects.get(), actor=district.supervisor, reason="Lost")
    client, answer = prove(district.officer(district.cit_officer), tablet.device)
    assert answer.status_code == 200
    assert client.get("/api/v1/tablet/key").status_code == 401
