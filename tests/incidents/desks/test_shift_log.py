"""The shift log: lines stay, corrections stand beside them, and a day is the agency's day."""

from datetime import date, timedelta
from typing import Any

import pytest

from core.errors import BrokenRule, Forbidden, NotFound
from core.models import Event
from incidents.models import DeskTurn, LogEntry
from incidents.selectors import shift_log as selector
from incidents.services import shift_log
from tests.cast import NOON, District
from tests.incidents.desk import signed_in
from tests.incidents.timers.conftest import after

DAY = date(2026, 3, 4)


def test_a_line_is_written_from_the_desk_of_its_author(district: District, turn: DeskTurn) -> None:
    line = shift_log.write(district.campus.agency, actor=district.dispatcher, text="Gate 3 is closed.", at=NOON)
    assert (line.desk, line.by_id) == (turn.desk, district.dispatcher.id)
    event = Event.objects.get(type="shift_log.written")
    assert "Gate 3" not in event.payload


def test_a_correction_is_a_new_line_and_the_other_stays(district: District) -> None:
    line = shift_log.write(district.campus.agency, actor=district.dispatcher, text="Gate 3 is closed.", at=NOON)
    said = shift_log.correct(line, actor=district.supervisor, text="Gate 4 is closed.", at=after(1))
    again = shift_log.correct(said, actor=district.supervisor, text="Gate 5 is closed.", at=after(2))
    line.refresh_from_db()
    assert (line.text, said.corrects, again.corrects) == ("Gate 3 is closed.", line, line)
    found = selector.day(district.dispatcher, DAY)
    assert [(each.entry, each.corrections) for each in found.lines] == [(line, [said, again])]


def test_an_empty_line_and_an_officer_are_refused(district: District) -> None:
    with pytest.raises(BrokenRule):
        shift_log.write(district.campus.agency, actor=district.dispatcher, text="  ", at=NOON)
    with pytest.raises(Forbidden):
        shift_log.write(district.campus.agency, actor=district.officer(district.cit_officer), text="Gate 3.", at=NOON)
    assert not LogEntry.objects.exists()


def test_a_day_begins_and_ends_at_the_agencys_midnight(district: District) -> None:
    midnight = NOON.replace(hour=7)  # 00:00 in Denver
    for at in (midnight - timedelta(seconds=1), midnight, midnight + timedelta(hours=24)):
        shift_log.write(district.campus.agency, actor=district.dispatcher, text=at.isoformat(), at=at)
    found = selector.day(district.dispatcher, DAY)
    assert [line.entry.at for line in found.lines] == [midnight]


def test_the_turns_of_the_day_stand_beside_its_lines(district: District, turn: DeskTurn) -> None:
    assert selector.day(district.supervisor, DAY).turns == [turn]
    assert selector.day(district.supervisor, DAY + timedelta(days=3)).turns == [turn]
    DeskTurn.objects.update(ended_at=NOON)
    assert selector.day(district.supervisor, DAY + timedelta(days=3)).turns == []


def test_another_agency_reads_and_corrects_nothing(district: District, neighbor: District) -> None:
    line = shift_log.write(district.campus.agency, actor=district.dispatcher, text="Gate 3 is closed.", at=NOON)
    assert selector.day(neighbor.supervisor, DAY).lines == []
    with pytest.raises(NotFound):
        selector.one(neighbor.supervisor, line.pk)


@pytest.mark.parametrize("count", [1, 20])
def test_a_long_day_takes_as_many_statements_as_a_short_one(
    district: District, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        line = shift_log.write(district.campus.agency, actor=district.dispatcher, text="Gate 3.", at=NOON)
        shift_log.correct(line, actor=district.dispatcher, text="Gate 4.", at=NOON)
    with django_assert_num_queries(3):
        assert len(selector.day(district.dispatcher, DAY).lines) == count


def test_the_page_shows_a_day_writes_a_line_and_corrects_it(district: District, turn: DeskTurn) -> None:
    desk = signed_in(district.dispatcher)
    assert desk.post("/shift-log/", {"text": "Gate 3 is closed."}).status_code == 303
    line = LogEntry.objects.get()
    page = desk.get("/shift-log/").content.decode()
    assert "Gate 3 is closed." in page
    assert "Desk 1" in page
    assert desk.post(f"/shift-log/{line.pk}/correct/", {"text": "Gate 4 is closed."}).status_code == 303
    assert "Correction" in desk.get("/shift-log/").content.decode()
    other = desk.get("/shift-log/?day=2026-03-04").content.decode()
    assert "Gate 3 is closed." not in other
    assert desk.get("/shift-log/?day=yesterday").status_code == 400
    assert desk.get("/shift-log/?egg=1").status_code == 400


def test_a_refused_line_is_still_in_its_field(district: District) -> None:
    answer = signed_in(district.dispatcher).post("/shift-log/", {"text": "x" * 4001})
    assert answer.status_code == 422
    assert "x" * 4001 in answer.content.decode()
