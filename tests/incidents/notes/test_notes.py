"""Notes: every word is kept, nothing unreadable gets in, and a correction leaves what it corrects."""

from datetime import timedelta

import pytest

from core.errors import BrokenRule, Forbidden
from core.models import Event
from incidents.models import IncidentNote
from incidents.plain_text import first_hidden
from incidents.services import incidents, notes
from tests.cast import NOON, District, arrived, log_call

WORDS = "Calming, aide present."


def test_the_desk_and_the_officers_who_were_sent_write_notes(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    me = district.officer(district.cit_officer)
    for actor in (district.dispatcher, district.supervisor, me):
        note = notes.add(incident, actor=actor, text=WORDS, at=NOON)
        assert (note.by_id, note.case_id, note.at) == (actor.id, incident.case_id, NOON)
    assert Event.objects.filter(type="note.added", case_id=incident.case_id).count() == 3


def test_nobody_else_writes_and_nothing_is_kept(district: District, neighbor: District) -> None:
    incident = log_call(district).incident
    for actor in (district.officer(district.other_officer), neighbor.dispatcher):
        with pytest.raises(Forbidden):
            notes.add(incident, actor=actor, text=WORDS)
    assert IncidentNote.objects.count() == 0


def test_the_ledger_knows_of_the_note_and_not_its_words(district: District) -> None:
    notes.add(log_call(district).incident, actor=district.dispatcher, text=WORDS)
    payload = Event.objects.get(type="note.added").payload
    assert "Calming" not in payload


def test_ten_thousand_words_are_kept_to_the_last(district: District) -> None:
    text = " ".join(f"word{number}" for number in range(10_000))
    note = notes.add(log_call(district).incident, actor=district.dispatcher, text=text)
    note.refresh_from_db()
    assert note.text == text


UNREADABLE = [
    ("a\x07b", 1, "U+0007"),
    ("a\nb\n\x1b[31m", 3, "U+001B"),
    ("a\u202eb", 1, "U+202E"),
    ("a\r\n\x85", 2, "U+0085"),
]


@pytest.mark.parametrize(("text", "line", "code"), UNREADABLE)
def test_what_cannot_be_read_is_refused_with_its_line(district: District, text: str, line: int, code: str) -> None:
    incident = log_call(district).incident
    with pytest.raises(BrokenRule, match=f"Line {line} .*{code[2:]}") as refusal:
        notes.add(incident, actor=district.dispatcher, text=text)
    assert set(refusal.value.fields) == {"text"}
    assert IncidentNote.objects.count() == 0


@pytest.mark.parametrize("text", ["line one\r\nline two\ttabbed", "Ñandú 👩‍🚒 שלום", "100 °F"])
def test_every_language_and_layout_is_welcome(text: str) -> None:
    assert first_hidden(text) is None


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_note_is_no_note(district: District, text: str) -> None:
    with pytest.raises(BrokenRule, match="Write something"):
        notes.add(log_call(district).incident, actor=district.dispatcher, text=text)


def test_a_press_too_many_writes_once_and_a_later_one_again(district: District) -> None:
    incident = log_call(district).incident
    first, second = (
        notes.add(incident, actor=district.dispatcher, text=WORDS, at=NOON + timedelta(seconds=seconds))
        for seconds in (0, 2)
    )
    assert first.pk == second.pk
    assert notes.add(incident, actor=district.supervisor, text=WORDS, at=NOON).pk != first.pk
    assert notes.add(incident, actor=district.dispatcher, text=WORDS, at=NOON + timedelta(minutes=1)).pk != first.pk
    assert Event.objects.filter(type="note.added").count() == IncidentNote.objects.count() == 3


def test_a_correction_is_a_new_entry_and_the_old_text_stays(district: District) -> None:
    incident = log_call(district).incident
    wrong = notes.add(incident, actor=district.dispatcher, text="Door B2", at=NOON)
    right = notes.correct(wrong, actor=district.supervisor, text="Door B3", at=NOON)
    wrong.refresh_from_db()
    assert (wrong.text, right.corrects_id, right.by_id) == ("Door B2", wrong.pk, district.supervisor.id)
    assert f'"corrects":"{wrong.pk}"' in Event.objects.get(type="note.corrected").payload
    with pytest.raises(BrokenRule, match="Nothing was changed"):
        notes.correct(right, actor=district.supervisor, text="Door B3 ")


def test_a_correction_is_refused_to_who_may_not_write(district: District) -> None:
    wrong = notes.add(log_call(district).incident, actor=district.dispatcher, text="Door B2")
    with pytest.raises(Forbidden):
        notes.correct(wrong, actor=district.officer(district.cit_officer), text="Door B3")
    assert IncidentNote.objects.count() == 1


def test_an_incident_that_has_ended_still_takes_notes(district: District) -> None:
    incident = log_call(district).incident
    incidents.cancel(incident, actor=district.dispatcher, expected_version=None, close_reason="unfounded")
    assert notes.add(incident, actor=district.dispatcher, text="The caller rang again: all is well.")
