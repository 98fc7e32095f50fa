"""The card is one page whatever the plan holds, in the language of its reader, and printing it is kept."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override

from core import clock, documents
from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.care import card, normal
from incidents.care.schema import MOST_ROWS, ROWS, TEXTS
from incidents.models import PlanView
from incidents.services import plan_cards
from tests.cast import NOON, District
from tests.documents.pictures import inked, keep, pictures, words
from tests.incidents.care.plans import WORDS, concern, stored, today
from tests.incidents.desk import send_json, signed_in

TODAY = date(2026, 3, 4)
HEAD = card.Head("Sotol Ridge ISD Police", "Lee Example, S-77", 3, TODAY, date(2027, 3, 4), "Ocotillo", TODAY)


def long() -> dict[str, Any]:
    """Every text and every list as full as it may be."""
    sentence = "He needs time and room, and one person who speaks slowly and says what happens next. "
    content: dict[str, Any] = {name: (sentence * 9)[:longest] for name, (_label, longest) in TEXTS.items()}
    for name, (_label, columns) in ROWS.items():
        content[name] = [
            {column.name: value(column, f"{number + 1}. {sentence * 6}") for column in columns}
            for number in range(MOST_ROWS)
        ]
    return normal(content)


def value(column: Any, text: str) -> str:
    if column.choices is not None:
        return str(column.choices.values[0])
    return "2027-01-31" if column.day else text[: column.longest]


def made(content: dict[str, Any], language: str = "en") -> bytes:
    with override(language):
        given = card.data(HEAD, content, TODAY)
    return documents.pdf("response_plan_card", given, language=language, made_at=NOON)


def test_the_card_says_what_the_plan_says_on_one_tagged_page(tmp_path: Path) -> None:
    found = made(normal({**WORDS, "safety": [concern("2026-12-01")]}))
    (page,) = pictures(found)
    assert inked(page)
    keep(found, tmp_path, "card")
    said = words(found)
    for text in (
        "Lee Example, S-77, version 3",
        "Do not block the exit",
        "Moved to quiet room",
        "Headphones",
        "Sirens",
    ):
        assert text in said
    assert "Runs away (15 Jan 2026, 26-000012)" in said
    assert "Shortened" not in said
    assert b"StructTreeRoot" in found
    assert b"/Lang(en)" in found


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_fullest_plan_is_one_page_and_says_what_was_left_out(language: str) -> None:
    found = made(long(), language)
    (page,) = pictures(found)
    assert inked(page)
    said = words(found)
    assert f"/Lang({language})".encode() in found
    if language == "en":
        assert "more" in said
        assert "Shortened to fit one page." in said


@pytest.mark.parametrize("section", [*TEXTS, *ROWS])
def test_each_long_section_by_itself_fits_one_page(section: str) -> None:
    (page,) = pictures(made(normal({**WORDS, section: long()[section]})))
    assert inked(page)


def test_the_first_length_that_fits_is_taken_and_the_last_always_fits() -> None:
    given = card.data(HEAD, long(), TODAY)
    assert [part["shortened"] for part in given["lengths"]][-1]
    last = given | {"lengths": given["lengths"][-1:]}
    assert len(pictures(documents.pdf("response_plan_card", last, language="en", made_at=NOON))) == 1
    short = card.data(HEAD, normal(WORDS), TODAY)
    assert not any(part["shortened"] for part in short["lengths"][:5])


def test_a_concern_that_has_ended_is_not_printed() -> None:
    said = words(made(normal({**WORDS, "safety": [concern("2026-03-04", "weapon"), concern("2026-03-05")]})))
    assert "Runs away" in said
    assert "Weapon" not in said


def test_printing_is_a_look_with_a_reason(district: District) -> None:
    plan = stored(district)
    client, path = signed_in(district.supervisor), f"/response-plans/{plan.pk}/card/"
    assert client.post(path, {"language": "es"}).status_code == 422
    assert not PlanView.objects.exists()
    answer = client.post(path, {"language": "es", "reason": "reentry"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert "no-store" in answer["Cache-Control"]
    assert "S-77" not in answer["Content-Disposition"]
    look = PlanView.objects.get()
    assert (look.way, look.reason, look.language, look.by_id) == ("card", "reentry", "es", district.supervisor.id)
    event = Event.objects.get(type="response_plan.printed")
    assert len(event.facts["sha256"]) == 64
    body = {"language": "en", "reason": "support"}
    assert send_json(client, f"/api/v1{path}", body).content.startswith(b"%PDF")
    assert PlanView.objects.count() == 2


def test_only_what_counts_is_printed_and_only_by_who_keeps_it(district: District) -> None:
    given = {"language": "en", "reason": "support", "at": clock.now()}
    for student, changes in (("S-1", {"status": "submitted"}), ("S-2", {"expires_on": today()})):
        plan = stored(district, student, **changes)
        with pytest.raises(Conflict, match="has not expired"):
            plan_cards.print_card(plan, actor=district.supervisor, **given)
    plan = stored(district)
    with pytest.raises(Forbidden):
        plan_cards.print_card(plan, actor=district.officer(district.other_officer), **given)
    with pytest.raises(BrokenRule):
        plan_cards.print_card(plan, actor=district.supervisor, **{**given, "language": "fr"})
    assert not PlanView.objects.exists()
