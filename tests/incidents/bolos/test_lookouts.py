"""Lookouts: issued for a time, ended once, read by everybody on duty."""

from datetime import timedelta
from typing import Any

import pytest

from core.actors import system
from core.errors import BrokenRule, Conflict, Forbidden, NotFound
from core.models import Event
from core.moves import advance
from incidents.models import Lookout
from incidents.selectors import bolos as selector
from incidents.services import bolos, incidents
from incidents.tasks import expire_lookouts
from officers.models import Agency
from tests.cast import NOON, District, log_call

LATER = NOON + timedelta(minutes=60)


def issue(district: District, **changes: Any) -> Lookout:
    given: dict[str, Any] = {
        "actor": district.dispatcher,
        "kind": "bolo",
        "text": "A boy in a red jacket on a grey bicycle",
        "expires_in": 60,
        "at": NOON,
    }
    return bolos.issue(Agency.objects.get(pk=district.campus.agency_id), **{**given, **changes})


def ended(name: str) -> int:
    return Event.objects.filter(type=f"lookout.{name}").count()


def test_it_has_a_number_an_end_and_its_words_stay_out_of_the_ledger(district: District) -> None:
    first, second = issue(district), issue(district, kind="locate", campus=district.campus)
    assert (first.number, second.number, first.expires_at) == ("26-0001", "26-0002", LATER)
    assert not Event.objects.filter(payload__contains="red jacket").exists()
    assert second.campus == district.campus


def test_about_an_incident_it_is_where_the_incident_is(district: District) -> None:
    incident = log_call(district).incident
    assert issue(district, incident=incident).campus == district.campus
    incidents.cancel(incident, actor=district.dispatcher, expected_version=None, close_reason="unfounded")
    incident.refresh_from_db()
    with pytest.raises(BrokenRule, match="is over"):
        issue(district, incident=incident)


def test_it_is_located_or_cancelled_once(district: District) -> None:
    made = issue(district)
    bolos.locate(made, actor=district.supervisor, expected_version=1, at=LATER)
    for act in (bolos.locate, bolos.cancel):
        with pytest.raises(Conflict):
            act(made, actor=district.dispatcher, expected_version=None, at=LATER)
    assert (ended("located"), ended("cancelled")) == (1, 0)


def test_its_time_ends_it_once_and_not_before(district: District) -> None:
    made = issue(district)
    issue(district, expires_in=120)
    assert bolos.expire(LATER - timedelta(seconds=1)) == 0
    assert bolos.expire(LATER) == 1
    assert bolos.expire(LATER) == 0
    found = Lookout.objects.get(pk=made.pk)
    assert (found.status, found.ended_at, ended("expired")) == ("expired", LATER, 1)


def test_more_than_a_batch_ends_in_one_sweep(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bolos, "BATCH", 2)
    for _ in range(5):
        issue(district)
    assert bolos.expire(LATER) == 5


def test_the_task_sweeps_by_the_clock(district: District) -> None:
    issue(district)
    assert expire_lookouts() == 1
    assert expire_lookouts() == 0


def test_what_was_located_does_not_expire(district: District) -> None:
    made = issue(district)
    bolos.locate(made, actor=district.dispatcher, expected_version=None, at=NOON)
    assert bolos.expire(LATER) == 0
    with pytest.raises(Conflict):
        advance(made, "expire", actor=system(made.agency_id), expected_version=None, at=LATER)
    assert ended("expired") == 0


def test_officers_read_it_and_end_nothing(district: District) -> None:
    made, me = issue(district), district.officer(district.other_officer)
    standing, past = selector.listed(me, NOON)
    assert ([each.number for each in standing], past) == (["26-0001"], [])
    for act in (bolos.locate, bolos.cancel):
        with pytest.raises(Forbidden):
            act(made, actor=me, expected_version=None, at=NOON)
    with pytest.raises(Forbidden):
        issue(district, actor=me)
    assert ended("located") == 0


def test_one_whose_time_is_over_stands_no_more_even_before_the_sweep(district: District) -> None:
    issue(district)
    assert selector.listed(district.dispatcher, LATER)[0] == []


def test_a_stranger_finds_none_of_it(district: District, neighbor: District) -> None:
    made = issue(district)
    assert selector.listed(neighbor.dispatcher, NOON) == ([], [])
    with pytest.raises(NotFound):
        selector.to_move(neighbor.dispatcher, made.pk, "locate")
