"""Rows about places: added, changed, withdrawn and restored by whoever keeps them, and nothing written on a refusal."""

from datetime import date, time
from typing import Any

import pytest

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from officers.models import BellPeriod, Extension, PlaceAlias, PremiseNote, Room, RoomUse
from officers.roles import Role
from officers.selectors import actor_of, places
from officers.services import aliases, extensions, periods, premises, room_uses
from tests.cast import District, person
from tests.officers.places import scene
from tests.officers.places.scene import MORNING

MODELS = (PlaceAlias, Extension, PremiseNote, BellPeriod, RoomUse)
SERVICES = (aliases, extensions, premises, periods, room_uses)


def key(district: District) -> str:
    """The key of the district's room."""
    return f"room:{district.room.pk}"


def add(service: Any, district: District, actor: Actor, **changes: Any) -> Any:
    """A row of this kind, as it is typed."""
    where = {"place": "", "place_key": key(district)}
    hours = {"weekdays": [2, 0, 2], "starts": time(9), "ends": time(10, 20)}
    typed: dict[str, Any] = {
        aliases: {"alias": "LN-204", **where},
        extensions: {"number": "4204", "name": "Wall phone", **where},
        premises: {"kind": "hazard", "text": "Chemicals", "until": None, **where},
        periods: {"campus": district.campus, "name": "Period 2", **hours},
        room_uses: {"group": "Biology", "adult": "", "people": 24, **where},
    }[service]
    if service is room_uses and "period" not in changes:
        typed["period"] = scene.period(district, "First", time(8), time(9))
    return service.add(district.campus.agency, actor=actor, at=MORNING, **{**typed, **changes})


def events() -> list[str]:
    """What the ledger says happened, in order."""
    return list(Event.objects.order_by("at", "pk").values_list("type", flat=True))


def administrator(district: District) -> Actor:
    """An administrator of the system."""
    return actor_of(person(district.campus.agency, "Jasper", Role.SYSTEM_ADMIN))


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.__name__.rpartition(".")[2])
def test_a_row_is_added_withdrawn_and_restored_by_its_keepers(district: District, service: Any) -> None:
    noun = service.NOUN.name
    row = add(service, district, administrator(district))
    row = service.withdraw(row, actor=district.supervisor, expected_version=1, at=MORNING)
    assert (row.active, row.version) == (False, 2)
    with pytest.raises(Conflict, match="already been withdrawn"):
        service.withdraw(row, actor=district.supervisor, expected_version=2, at=MORNING)
    row = service.restore(row, actor=district.supervisor, expected_version=2, at=MORNING)
    assert (row.active, row.version) == (True, 3)
    assert sorted(events()) == [f"{noun}.{done}" for done in ("added", "restored", "withdrawn")]


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.__name__.rpartition(".")[2])
def test_nobody_else_keeps_them(district: District, service: Any) -> None:
    row = add(service, district, district.supervisor)
    before = [model.objects.count() for model in MODELS]
    for actor in (district.dispatcher, district.officer(district.cit_officer)):
        with pytest.raises(Forbidden):
            add(service, district, actor, **({"period": row.period} if service is room_uses else {}))
        with pytest.raises(Forbidden):
            service.withdraw(row, actor=actor, expected_version=1, at=MORNING)
    row.refresh_from_db()
    assert (row.active, [model.objects.count() for model in MODELS]) == (True, before)
    assert events() == [f"{service.NOUN.name}.added"]


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.__name__.rpartition(".")[2])
def test_whoever_read_an_older_row_is_refused(district: District, service: Any) -> None:
    row = add(service, district, district.supervisor)
    service.withdraw(row, actor=district.supervisor, expected_version=1, at=MORNING)
    with pytest.raises(Conflict, match="changed by someone else"):
        service.restore(row, actor=district.supervisor, expected_version=1, at=MORNING)


def test_an_alias_is_found_from_then_on_and_can_move(district: District) -> None:
    row = add(aliases, district, district.supervisor)
    assert places.find(district.dispatcher, "ln204")[0].room == district.room.pk
    typed = {"alias": "ln204", "place": "Agave High School", "place_key": ""}
    aliases.change(row, actor=district.supervisor, expected_version=1, at=MORNING, **typed)
    assert places.find(district.dispatcher, "ln204")[0].room is None
    assert events()[-1] == "place_alias.changed"


@pytest.mark.parametrize(
    ("service", "changes", "field"),
    [
        (aliases, {"alias": "ln-204"}, "alias"),
        (aliases, {"alias": "--"}, "alias"),
        (aliases, {"alias": "x", "place_key": "", "place": "behind the gym"}, "place"),
        (aliases, {"alias": "x", "place_key": "room:gone"}, "place"),
        (extensions, {}, "number"),
        (extensions, {"number": "42-04"}, "number"),
        (extensions, {"number": "٤٢٠٤"}, "number"),
        (extensions, {"number": "1"}, "number"),
        (premises, {"until": date(2026, 3, 3)}, "until"),
        (periods, {}, "name"),
        (periods, {"name": "x", "weekdays": []}, "weekdays"),
        (periods, {"name": "x", "ends": time(9)}, "ends"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(
    district: District, service: Any, changes: dict[str, Any], field: str
) -> None:
    add(service, district, district.supervisor)
    before = [model.objects.count() for model in MODELS]
    with pytest.raises(BrokenRule) as refusal:
        add(service, district, district.supervisor, **changes)
    assert set(refusal.value.fields) == {field}
    assert [model.objects.count() for model in MODELS] == before


def test_a_note_may_end_today_on_the_agencys_clock(district: District) -> None:
    assert add(premises, district, district.supervisor, until=date(2026, 3, 4)).until == date(2026, 3, 4)


def test_the_days_of_a_period_are_kept_once_and_in_order(district: District) -> None:
    assert add(periods, district, district.supervisor).weekdays == [0, 2]


def test_a_period_stays_with_its_campus(district: District, neighbor: District) -> None:
    row = add(periods, district, district.supervisor)
    typed = {"name": "Period 2", "weekdays": [0], "starts": time(9), "ends": time(10)}
    with pytest.raises(BrokenRule, match="stays with its campus"):
        periods.change(row, actor=district.supervisor, expected_version=1, campus=neighbor.campus, at=MORNING, **typed)


def test_a_class_is_in_a_room_of_the_periods_campus_and_only_once(district: District) -> None:
    row = add(room_uses, district, district.supervisor)
    with pytest.raises(BrokenRule, match="already has a class"):
        add(room_uses, district, district.supervisor, period=row.period)
    campus = f"campus:{district.campus.pk}"
    with pytest.raises(BrokenRule, match="Choose a room of Agave High School"):
        add(room_uses, district, district.supervisor, period=row.period, place_key=campus)


def test_a_row_about_a_room_that_is_no_more_keeps_its_words(district: District) -> None:
    row = add(extensions, district, district.supervisor)
    Room.objects.filter(pk=district.room.pk).update(active=False)
    typed = {"number": "4205", "name": "", "place": "B-204", "place_key": key(district)}
    with pytest.raises(BrokenRule, match="no longer in the list"):
        extensions.change(row, actor=district.supervisor, expected_version=1, at=MORNING, **typed)
    row.refresh_from_db()
    assert (row.number, row.version) == ("4204", 1)


def test_nothing_that_was_typed_stands_in_the_ledger(district: District) -> None:
    for service in SERVICES:
        add(service, district, district.supervisor)
    assert {str(facts) for facts in Event.objects.values_list("facts", flat=True)} == {"{}"}
    payloads = "".join(Event.objects.values_list("payload", flat=True))
    assert not any(words in payloads for words in ("Chemicals", "Biology", "4204", "LN-204"))


def test_the_writer_of_a_note_is_whoever_wrote_it_last(district: District) -> None:
    row = add(premises, district, district.supervisor)
    admin = administrator(district)
    typed = {"kind": "access", "text": "Ring twice", "until": None, "place": "", "place_key": key(district)}
    changed = premises.change(row, actor=admin, expected_version=1, at=MORNING, **typed)
    assert changed.written_by_id == admin.person
