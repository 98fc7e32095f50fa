"""The timeline: which lines a filter shows, in which order, and that following is a choice."""

from datetime import timedelta

import pytest

from core.events import EVENT_TYPES
from incidents.models import Incident
from incidents.notes_forms import SHOWN
from incidents.selectors import timeline as selector
from incidents.services import assignments, notes
from tests.cast import NOON, District, arrived, log_call
from tests.incidents.desk import signed_in
from tests.incidents.duplicates.told import add, merge


def busy(district: District) -> Incident:
    incident = log_call(district).incident
    notes.add(incident, actor=district.dispatcher, text="Door B2", at=NOON + timedelta(minutes=1))
    part = arrived(district, incident)
    assignments.clear(part, actor=district.dispatcher, expected_version=None, at=NOON + timedelta(minutes=9))
    return incident


EXPECTED = [
    ("calls", {"Call 26-0001 was logged", "Incident 26-0001 was opened"}),
    ("units", {"C-12 was sent", "C-12 is on scene", "C-12 is clear", "All units are clear"}),
    ("notes", {"A note was written"}),
    ("handoffs", set()),
]


@pytest.mark.parametrize(("show", "wanted"), EXPECTED)
def test_each_filter_shows_its_lines_and_all_shows_every_one(district: District, show: str, wanted: set[str]) -> None:
    incident = busy(district)
    assert {entry.text for entry in selector.timeline(district.dispatcher, incident, show=show)} == wanted
    assert len(selector.timeline(district.dispatcher, incident)) == sum(len(words) for _show, words in EXPECTED)


def test_every_line_belongs_to_exactly_one_filter() -> None:
    parts = [selector.types_of(name) for name, _label in SHOWN if name != "all"]
    assert sorted(name for part in parts for name in part) == sorted(selector.types_of("all"))
    for name in ("call.attached", "note.corrected", "handoff.started", "assignment.arrived", "incident.transferred"):
        assert name in selector.types_of("all")
        assert name in EVENT_TYPES


def test_what_was_entered_late_stands_where_it_happened(district: District) -> None:
    incident = log_call(district).incident
    for minutes in (5, 2):
        at = NOON + timedelta(minutes=minutes)
        notes.add(incident, actor=district.dispatcher, text=f"At {minutes}", at=at)
    found = selector.timeline(district.dispatcher, incident, show="notes")
    assert [entry.note.text for entry in found if entry.note] == ["At 2", "At 5"]


def test_the_newest_lines_are_kept_when_there_are_too_many(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    incident = log_call(district).incident
    monkeypatch.setattr(selector, "LIMIT", 2)
    for minutes in (1, 2, 3):
        notes.add(incident, actor=district.dispatcher, text=f"{minutes}", at=NOON + timedelta(minutes=minutes))
    found = selector.timeline(district.dispatcher, incident)
    assert [entry.note.text for entry in found if entry.note] == ["2", "3"]


def test_lines_of_a_merged_incident_carry_its_number(district: District) -> None:
    goes_on, other = log_call(district).incident, log_call(district).incident
    notes.add(other, actor=district.dispatcher, text="Seen there first", at=NOON)
    merge(district, other, goes_on)
    add(district, goes_on)
    found = selector.timeline(district.dispatcher, goes_on)
    assert {entry.of for entry in found if entry.note} == {other.number}
    assert {entry.of for entry in found if entry.text.endswith("was added")} == {""}


def test_the_address_says_what_is_shown_and_whether_it_follows(district: District) -> None:
    incident = busy(district)
    desk = signed_in(district.dispatcher)
    for path in (f"/incidents/{incident.pk}/", f"/board/case/{incident.pk}/"):
        quiet = desk.get(path).content.decode()
        assert 'role="log" aria-live="off"' in quiet
        aloud = desk.get(f"{path}?show=units&follow=1").content.decode()
        assert 'role="log" aria-live="polite"' in aloud
        assert f'hx-get="{path}?show=units&amp;follow=1" hx-trigger="live"' in aloud
        assert "Door B2" not in aloud
        assert [desk.get(f"{path}?{wrong}").status_code for wrong in ("show=x", "follow=2", "other=1")] == [400] * 3
