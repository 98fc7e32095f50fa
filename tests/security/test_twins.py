"""Two agencies of the same shape: no byte of the other one reaches anybody of the first."""

import pytest
from django.test import Client

from incidents.models import Call, DeescalationRecord, Guardian, Incident, Person, Subject
from officers.models import Agency, Building, Campus, Officer, Room, User
from referrals.models import Referral, ReferralTeam
from tests.cast import District
from tests.security.census import census
from tests.security.scene import Scene, address, ask, rows, stage

CANARY = "zzcanary"


@pytest.fixture
def foreign(neighbor: District) -> Scene:
    """The other agency's case, marked in every text."""
    scene = stage(neighbor)
    marks: tuple[tuple[type, str], ...] = (
        (Campus, "name"),
        (Building, "name"),
        (Room, "directions"),
        (User, "name"),
        (Officer, "badge"),
        (Call, "said"),
        (Subject, "name"),
        (DeescalationRecord, "narrative"),
        (Person, "given_name"),
        (Guardian, "name"),
        (ReferralTeam, "name"),
    )
    for model, field in marks:
        for row in model.objects.all():
            model.objects.filter(pk=row.pk).update(**{field: f"{CANARY} {row.pk}"[: 12 if field == "badge" else 40]})
    Agency.objects.update(name=CANARY)
    Incident.objects.update(number="99-9999")
    Referral.objects.update(number="99-R-9999")
    return scene


def test_no_byte_of_the_other_agency_is_in_any_answer(foreign: Scene, district: District, client: Client) -> None:
    own = stage(district)
    leaks = []
    for route, method in census():
        for who, key in own.people.items():
            body = ask(client, method, address(route, own.keys), key).content
            if any(mark in body for mark in (CANARY.encode(), b"99-9999", b"99-R-9999")):
                leaks.append((route, method, who))
    assert leaks == []


def test_the_other_agencys_keys_lead_nowhere(foreign: Scene, district: District, client: Client) -> None:
    own = stage(district)
    before = rows()
    wrong = []
    for route, method in census():
        # What a word or a number names is no key of another agency; a permission refuses those.
        if "<uuid:" not in route:
            continue
        for who, key in own.people.items():
            answer = ask(client, method, address(route, foreign.keys), key)
            allowed = (302, 401, 403, 404) if key is None else (404,)
            if answer.status_code not in allowed or CANARY.encode() in answer.content:
                wrong.append((route, method, who, answer.status_code))
    assert wrong == []
    assert rows() == before
