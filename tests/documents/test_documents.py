"""Documents are tagged, repeatable, and print what they are given as text, whatever it looks like."""

from datetime import UTC, datetime

import pytest
import typst

from core import documents
from core.errors import Undeclared
from tests.documents.pictures import inked, pictures, words

AT = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
DATA = {
    "title": "Specimen",
    "agency": "Sotol Ridge ISD Police",
    "number": "26-000012",
    "mark": "Confirm with counsel",
    "foot": "Version 3",
    "facts-title": "Facts",
    "facts": [["Place", "Room B-204"], ["Witness", ""]],
    "text-title": "Text",
    "text": "First line\n#panic[no] *stars* \\ $x$ ñandú\n",
}


def made(**changed: object) -> bytes:
    return documents.pdf("specimen", DATA | changed, language="es", made_at=AT)


def test_a_document_is_tagged_for_a_screen_reader_and_says_its_language() -> None:
    found = made()
    assert b"StructTreeRoot" in found
    assert b"pdfuaid:part" in found
    assert b"/Lang(es)" in found


def test_the_same_data_give_the_same_bytes() -> None:
    assert made() == made()
    assert made() != made(number="26-000013")


def test_what_was_written_is_printed_and_never_run() -> None:
    assert "#panic[no] *stars* \\ $x$ ñandú" in words(made())


def test_a_document_fills_its_page_and_stays_on_it() -> None:
    (page,) = pictures(made())
    assert inked(page)


def test_a_long_text_goes_on_on_the_next_page_and_loses_nothing() -> None:
    long = "\n".join(f"Line {number} of a long account." for number in range(200))
    found = made(text=long)
    assert len(pictures(found)) > 2
    assert "Line 199 of a long account." in words(found)


def test_an_unknown_document_is_a_mistake_of_ours() -> None:
    with pytest.raises(Undeclared):
        documents.pdf("../page", DATA, language="en", made_at=AT)


def test_a_template_that_is_not_given_its_data_says_so() -> None:
    with pytest.raises(typst.TypstError):
        documents.pdf("specimen", {}, language="en", made_at=AT)
