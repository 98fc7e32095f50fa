"""Sitting down, leaving and going on for somebody: one person to a desk, one desk to a person."""

from uuid import uuid4

import pytest

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Desk, DeskTurn, Draft
from incidents.selectors import desks as selector
from incidents.services import desks
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import NOON, District, arrived, log_call, person
from tests.incidents.timers.conftest import after


def open_turns() -> list[tuple[str, str]]:
    """Who sits where."""
    rows = DeskTurn.objects.filter(ended_at__isnull=True).order_by("desk__name")
    return list(rows.values_list("desk__name", "user__name"))


def test_whoever_sits_down_sits_there_and_a_second_time_finds_them_there(district: District, desk: Desk) -> None:
    first = desks.sign_on(desk, actor=district.dispatcher, at=NOON)
    assert desks.sign_on(desk, actor=district.dispatcher, at=after(1)) == first
    assert open_turns() == [("Desk 1", "Feldspar")]
    assert Event.objects.filter(type="desk.signed_on").count() == 1


def test_a_taken_desk_is_refused_with_the_name_of_who_sits_there(
    district: District, desk: Desk, turn: DeskTurn
) -> None:
    with pytest.raises(Conflict, match="Feldspar sits at Desk 1"):
        desks.sign_on(desk, actor=district.supervisor, at=NOON)
    assert open_turns() == [("Desk 1", "Feldspar")]


def test_nobody_sits_at_two_desks(district: District, turn: DeskTurn) -> None:
    other = Desk.objects.create(agency=district.campus.agency, name="Desk 2")
    with pytest.raises(Conflict, match="You sit at Desk 1"):
        desks.sign_on(other, actor=district.dispatcher, at=NOON)
    with pytest.raises(Conflict, match="You sit at Desk 1"):
        desks.take_over(other, actor=district.dispatcher, turn=uuid4(), at=NOON)
    assert open_turns() == [("Desk 1", "Feldspar")]


def test_a_desk_out_of_use_and_an_officer_are_refused(district: District, desk: Desk) -> None:
    with pytest.raises(Forbidden):
        desks.sign_on(desk, actor=district.officer(district.cit_officer), at=NOON)
    desk.active = False
    desk.save()
    with pytest.raises(BrokenRule, match="not in use"):
        desks.sign_on(desk, actor=district.dispatcher, at=NOON)
    assert open_turns() == []


def test_signing_off_keeps_the_note_and_frees_the_desk(district: District, desk: Desk, turn: DeskTurn) -> None:
    log_call(district)
    left = desks.sign_off(turn, actor=district.dispatcher, note="Gate 3 is closed.", at=after(60))
    assert (left.signed_off, left.note, left.ended_at) == (True, "Gate 3 is closed.", after(60))
    event = Event.objects.get(type="desk.signed_off")
    assert event.facts == {"desk": "Desk 1", "incidents": 1, "drafts": 0}
    assert "Gate 3" not in event.payload
    assert desks.sign_off(turn, actor=district.dispatcher, note="", at=after(61)).note == "Gate 3 is closed."
    desks.sign_on(desk, actor=district.supervisor, at=after(62))
    assert open_turns() == [("Desk 1", "Ocotillo")]


def test_nobody_signs_off_for_somebody_else(district: District, turn: DeskTurn) -> None:
    with pytest.raises(Forbidden):
        desks.sign_off(turn, actor=district.supervisor, note="", at=NOON)
    assert open_turns() == [("Desk 1", "Feldspar")]


def test_a_desk_is_taken_over_with_all_that_is_on_it(district: District, desk: Desk, turn: DeskTurn) -> None:
    incident = log_call(district).incident
    fresh = desks.take_over(desk, actor=district.supervisor, turn=turn.pk, at=after(30))
    turn.refresh_from_db()
    assert (turn.ended_at, turn.signed_off, fresh.taken_over_from) == (after(30), False, turn)
    assert open_turns() == [("Desk 1", "Ocotillo")]
    incident.refresh_from_db()
    assert incident.desk == selector.current_desk(district.supervisor) == desk
    assert selector.current_desk(district.dispatcher) is None
    assert Event.objects.get(type="desk.taken_over").facts == {"desk": "Desk 1", "incidents": 1, "drafts": 0}
    assert desks.take_over(desk, actor=district.supervisor, turn=turn.pk, at=after(31)) == fresh


def test_a_seat_that_somebody_else_has_just_taken_is_not_taken_from_them(
    district: District, desk: Desk, turn: DeskTurn
) -> None:
    with pytest.raises(Conflict, match="Somebody else sits there now"):
        desks.take_over(desk, actor=district.supervisor, turn=uuid4(), at=NOON)
    assert open_turns() == [("Desk 1", "Feldspar")]


def test_whoever_was_replaced_cannot_sign_off_any_more_and_is_told(
    district: District, desk: Desk, turn: DeskTurn
) -> None:
    desks.take_over(desk, actor=district.supervisor, turn=turn.pk, at=after(30))
    with pytest.raises(Conflict, match="taken over from you"):
        desks.sign_off(turn, actor=district.dispatcher, note="Late.", at=after(31))


def test_what_a_desk_carries_is_its_own(district: District, desk: Desk, turn: DeskTurn) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    elsewhere = log_call(district).incident
    elsewhere.desk = None
    elsewhere.save()
    Draft.objects.create(
        agency_id=desk.agency_id, owner_id=turn.user_id, client_key=uuid4(), answered_at=NOON, saved_at=NOON
    )
    found = selector.carried(district.dispatcher, turn)
    assert found.incidents == [incident]
    assert sorted(timer.kind for timer in found.timers) == ["report", "welfare"]
    assert (found.handoffs, found.drafts) == ([], [NOON])


def test_a_supervisor_and_an_administrator_keep_the_desks(district: District) -> None:
    agency = district.campus.agency
    admin = actor_of(person(agency, "Quartz", Role.SYSTEM_ADMIN))
    made = desks.add(agency, actor=admin, name=" Desk 9 ", at=NOON)
    assert made.name == "Desk 9"
    changed = desks.change(made, actor=district.supervisor, expected_version=1, name="North", active=True, at=NOON)
    assert (changed.name, changed.version) == ("North", 2)
    with pytest.raises(Conflict):
        desks.change(made, actor=admin, expected_version=1, name="South", active=True, at=NOON)
    with pytest.raises(Forbidden):
        desks.add(agency, actor=district.dispatcher, name="Desk 10", at=NOON)
    assert list(Desk.objects.values_list("name", flat=True)) == ["North"]


def test_two_desks_do_not_share_a_name_and_a_taken_one_stays_in_use(
    district: District, desk: Desk, turn: DeskTurn
) -> None:
    with pytest.raises(BrokenRule, match="already a desk") as refusal:
        desks.add(district.campus.agency, actor=district.supervisor, name="Desk 1", at=NOON)
    assert set(refusal.value.fields) == {"name"}
    with pytest.raises(BrokenRule, match="sign off first"):
        desks.change(desk, actor=district.supervisor, expected_version=1, name="Desk 1", active=False, at=NOON)
    assert Desk.objects.get().active
