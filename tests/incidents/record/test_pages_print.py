"""A printed record: tagged, in the reader's language, and looking as it should."""

import os
from pathlib import Path

import pytest

from incidents.models import DeescalationRecord
from incidents.selectors import records as selector
from incidents.services import record_amendments, record_locks, records
from incidents.views.records_print import document
from tests.cast import NOON, WHOLE, District, arrived, begun, log_call
from tests.documents.pictures import inked, keep, pictures, words

SAID = "The student sat by the window.\nWe talked about the exam, and then walked to the office."


@pytest.fixture
def record(district: District) -> DeescalationRecord:
    """A record that was locked, and changed once after."""
    incident = log_call(district).incident
    arrived(district, incident)
    me, chief = district.officer(district.cit_officer), district.supervisor
    desk = {"actor": chief, "expected_version": None, "at": NOON}
    made = records.file(
        begun(district, incident), actor=me, expected_version=None, at=NOON, **{**WHOLE, "narrative": SAID}
    )
    made = record_locks.lock_now(records.approve(made, **desk), **desk)
    change = record_amendments.amend(
        made,
        actor=me,
        expected_version=None,
        section="weapon",
        changes={"weapon": "stated_only"},
        reason="The counselor heard it.",
        at=NOON,
    )
    record_amendments.accept(change, **desk)
    return selector.one(chief, made.pk)


def test_the_paper_says_what_the_record_says_and_what_changed(district: District, record: DeescalationRecord) -> None:
    made = document(record, district.supervisor, language="en")
    read = words(made)
    for said in (
        "Crying / hopeless",
        "walked to the office",
        "CIT certified",
        "The counselor heard it.",
        "Stated only",
    ):
        assert said in read
    assert record.frozen_sha256[:32] in read
    assert b"StructTreeRoot" in made
    assert all(inked(page) for page in pictures(made))
    folder = os.environ.get("CIT_PICTURES")
    if folder:
        keep(made, Path(folder), "record")


def test_the_paper_speaks_spanish_to_who_reads_spanish(district: District, record: DeescalationRecord) -> None:
    made = document(record, district.supervisor, language="es")
    assert b"/Lang(es)" in made
    assert "Nombre" in words(made)
