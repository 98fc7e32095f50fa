"""The weights: whose they are, what they may be, that a change is a new version, and that it changes the order."""

from typing import Any

import pytest

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import RankingWeights
from incidents.ranking import Weights
from incidents.ranking.weights import NAMES, bounds
from incidents.selectors.candidates import recommendation
from incidents.selectors.weights import in_force, numbers
from incidents.services import assignments, weights
from officers.models import Officer
from tests.cast import NOON, District, log_call
from tests.incidents.desk import send_json, signed_in

STANDARD = numbers(Weights())
PAGE, API = "/dispatch/weights/", "/api/v1/dispatch/weights/"


def put(district: District, version: int = 1, **changes: Any) -> RankingWeights:
    return weights.set(
        district.campus.agency, actor=district.supervisor, expected_version=version, at=NOON, **{**STANDARD, **changes}
    )


def test_an_agency_that_set_none_has_the_standard_as_version_one(district: District) -> None:
    assert in_force(district.campus.agency_id) == Weights()
    assert Weights().version == 1


def test_a_change_is_a_new_version_of_this_agency_alone(district: District, neighbor: District) -> None:
    put(district, language=20)
    put(district, version=2, language=25, skill=1)
    assert in_force(district.campus.agency_id) == Weights(version=3, language=25, skill=1)
    assert in_force(neighbor.campus.agency_id) == Weights()
    assert RankingWeights.objects.count() == 2
    facts = Event.objects.filter(type="weights.set").order_by("at").last().facts
    assert facts == {"version": 3, "changed": {"language": 25, "skill": 1}}


def test_who_saw_an_older_version_is_told(district: District) -> None:
    put(district, language=20)
    with pytest.raises(Conflict):
        put(district, version=1, language=30)
    assert RankingWeights.objects.count() == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_weight_has_bounds(district: District, name: str) -> None:
    least, most = bounds(name)
    for number in (least - 1, most + 1):
        with pytest.raises(BrokenRule) as refusal:
            put(district, **{name: number})
        assert set(refusal.value.fields) == {name}
    assert not RankingWeights.objects.exists()
    put(district, **{name: most})


def test_a_dispatcher_and_a_stranger_may_not_set_them(district: District, neighbor: District) -> None:
    for actor in (district.dispatcher, neighbor.supervisor):
        with pytest.raises(Forbidden):
            weights.set(district.campus.agency, actor=actor, expected_version=1, at=NOON, **STANDARD)
    assert not RankingWeights.objects.exists()


def test_the_weights_decide_and_the_assignment_names_their_version(district: District) -> None:
    Officer.objects.filter(pk=district.other_officer.pk).update(languages=["es"])
    incident = log_call(district, nature="follow_up_visit", language_needed="es").incident
    assert recommendation(district.dispatcher, incident, NOON).ranked[0].unit.call_sign == "S-21"
    put(district, language=1)
    found = recommendation(district.dispatcher, incident, NOON)
    assert (found.ranked[0].unit.call_sign, found.version) == ("C-12", 2)
    sent = assignments.send(
        incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=NOON
    )
    assert sent.ranking_version == 2


def test_the_page_shows_them_sets_them_and_keeps_what_was_typed(district: District) -> None:
    chief = signed_in(district.supervisor)
    assert "Version 1" in chief.get(PAGE).content.decode()
    typed = {**STANDARD, "version": 1, "language": 90}
    refused = chief.post(PAGE, typed)
    assert refused.status_code == 422
    assert 'value="90"' in refused.content.decode()
    assert chief.post(PAGE, {**typed, "language": 9}).status_code == 303
    page = chief.get(PAGE).content.decode()
    assert "Version 2" in page
    assert 'value="9"' in page


def test_the_api_tells_and_sets_them(district: District) -> None:
    chief = signed_in(district.supervisor)
    told = chief.get(API).json()
    assert {name: told[name] for name in NAMES} == STANDARD
    assert send_json(chief, API, {**STANDARD, "version": 1, "cit": 61}).status_code == 400
    made = send_json(chief, API, {**STANDARD, "version": 1, "cit": 8})
    assert (made.status_code, made.json()["version"], made.json()["cit"]) == (201, 2, 8)
    assert send_json(chief, API, {**STANDARD, "version": 1}).status_code == 409
    assert signed_in(district.dispatcher).get(API).status_code == 403
