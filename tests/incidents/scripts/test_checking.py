"""A script is checked strictly: every mistake is named, with its place, and none can make the program fall."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.scripting import STANDARD
from incidents.scripting.checking import problems
from incidents.scripting.content import canonical, digest, read, write
from incidents.scripting.typed import Unreadable, parse, pretty
from tests.incidents.scripts.conftest import question

Change = Callable[[dict[str, Any]], object]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["q03", "no", "p1", "eq"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["key", "item", "op", "value", "all", "not", "en", "letter", "floor"]), inner)
    ),
    max_leaves=12,
)


def test_the_standard_is_sound_and_comes_back_from_json_as_it_was(content: dict[str, Any]) -> None:
    assert problems(content) == []
    assert write(read(json.loads(canonical(content)), 2)) == content


def test_the_hash_does_not_depend_on_the_order_of_names(content: dict[str, Any]) -> None:
    assert digest(dict(reversed(list(content.items())))) == digest(content)


def test_one_changed_letter_is_another_hash(content: dict[str, Any]) -> None:
    before = digest(content)
    question(content, "q04")["text"]["en"] += "!"
    assert digest(content) != before


def _answer(content: dict[str, Any], key: str, place: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = question(content, key)["answers"][place]
    return found


WRONG: list[tuple[str, str, Change]] = [
    ("a question without words", "q04", lambda c: question(c, "q04").pop("text")),
    ("an unknown name", "q04", lambda c: question(c, "q04").update(run="import os")),
    ("a language of no program", "q04", lambda c: question(c, "q04")["text"].update(xx="?")),
    ("no English", "q04", lambda c: question(c, "q04")["text"].pop("en")),
    ("a line break in the words", "q04", lambda c: question(c, "q04")["text"].update(en="a\nb")),
    ("words that are too long", "q04", lambda c: question(c, "q04")["text"].update(en="a" * 301)),
    ("a key that is none", "questions 3", lambda c: question(c, "q04").update(key="weapon!")),
    ("two questions with one key", "q03", lambda c: c["questions"].append(dict(question(c, "q03")))),
    ("an unknown kind", "q04", lambda c: question(c, "q04").update(kind="maybe")),
    ("one answer only", "q18", lambda c: question(c, "q18")["answers"].pop()),
    ("two answers with one key", "q18", lambda c: _answer(c, "q18").update(letter="L")),
    ("the key U", "q18", lambda c: _answer(c, "q18").update(letter="U")),
    ("a small letter as key", "q18", lambda c: _answer(c, "q18").update(letter="q")),
    ("an answer called unknown", "q18", lambda c: _answer(c, "q18").update(value="unknown")),
    ("a floor of p4", "q18", lambda c: _answer(c, "q18").update(floor="p4")),
    ("a helper nobody knows", "q18", lambda c: _answer(c, "q18").update(responders=["army"])),
    ("a trigger that only people set", "q18", lambda c: _answer(c, "q18").update(triggers=["supervisor_order"])),
    ("a tone of no color", "q18", lambda c: _answer(c, "q18").update(tone="x")),
    ("a condition on a later question", "q03a", lambda c: question(c, "q03a").update(show_if=_eq("q10", "known"))),
    ("a condition on a note", "q04a", lambda c: question(c, "q04a").update(show_if=_eq("q03a", "no"))),
    ("a condition on an answer that is none", "q04a", lambda c: question(c, "q04a").update(show_if=_eq("q04", "x"))),
    ("a comparison that is none", "q04a", lambda c: question(c, "q04a").update(show_if={"item": "q04", "op": "re"})),
    ("code as a condition", "q04a", lambda c: question(c, "q04a").update(show_if="q04 != 'no'")),
    ("an empty group", "q04a", lambda c: question(c, "q04a").update(show_if={"all": []})),
    ("a condition too deep", "q04a", lambda c: question(c, "q04a").update(show_if=_deep(9))),
    ("a safety question with a condition", "q06", lambda c: question(c, "q06").update(show_if=_eq("q04", "no"))),
    ("a note with answers", "q08", lambda c: question(c, "q08").update(answers=[{}])),
    ("a rule about nothing", "rules 1", lambda c: c["rules"][0].update(about="q99")),
    ("a rule about a list", "rules 1", lambda c: c["rules"][0].update(about=[])),
    ("a rule with the name of an answer", "rules 1", lambda c: c["rules"][0].update(key="yes")),
    ("two rules of one name", "rules 2", lambda c: c["rules"].insert(0, dict(c["rules"][0]))),
    ("a fast path without the weapon", "fast_path", lambda c: c["fast_path"].remove("q04")),
    ("a branch on the fast path", "fast_path", lambda c: c["fast_path"].append("q05a")),
    ("a nature left out", "natures", lambda c: c["natures"].pop("medical")),
    ("a start below the floor", "natures medical", lambda c: c["natures"]["medical"].update(start="p4", floor="p2")),
    ("another format", "format", lambda c: c.update(format=2)),
    ("no questions at all", "questions", lambda c: c.update(questions=[])),
]


@pytest.mark.parametrize(("where", "change"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_mistake_is_named_with_its_place(where: str, change: Change, content: dict[str, Any]) -> None:
    change(content)
    found = problems(content)
    assert where in {problem.where for problem in found}
    assert all(problem.text for problem in found)


SAFE: list[tuple[str, str, Change]] = [
    ("no weapon question", "q04", lambda c: question(c, "q04").update(safety=False)),
    ("an unknown injury that does not raise", "q03", lambda c: question(c, "q03").update(raises=False)),
    ("a threat that is never P1", "q06", lambda c: _answer(c, "q06", 3).pop("floor")),
    ("a P1 without EMS", "levels p1", lambda c: c["levels"]["p1"].remove("ems")),
    ("a P2 without police", "levels p2", lambda c: c["levels"].update(p2=["counselor"])),
    ("a P4 with police", "levels p4", lambda c: c["levels"]["p4"].append("police_cit")),
    ("a P4 with nobody", "levels p4", lambda c: c["levels"].update(p4=[])),
    ("a P4 that asks for nothing", "support", lambda c: c.update(support=_eq("q07", "with_adult"))),
]


@pytest.mark.parametrize(("where", "change"), [row[1:] for row in SAFE], ids=[row[0] for row in SAFE])
def test_what_keeps_people_safe_cannot_be_left_out(where: str, change: Change, content: dict[str, Any]) -> None:
    change(content)
    assert where in {problem.where for problem in problems(content)}


def test_every_mistake_is_shown_at_once(content: dict[str, Any]) -> None:
    question(content, "q04").pop("text")
    question(content, "q18")["answers"].pop()
    assert {"q04", "q18"} <= {problem.where for problem in problems(content)}


@given(JSON, st.sampled_from(["questions", "rules", "support", "fast_path", "natures", "levels", "format"]))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_nothing_that_can_be_typed_makes_the_check_fall(value: Any, part: str) -> None:
    content = write(STANDARD)
    content[part] = value
    assert isinstance(problems(content), list)


@given(JSON, st.sampled_from(["show_if", "answers", "topic", "unknown", "key", "kind", "hint"]))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_nothing_in_a_question_makes_the_check_fall(value: Any, name: str) -> None:
    content = write(STANDARD)
    question(content, "q10")[name] = value
    assert isinstance(problems(content), list)


@pytest.mark.parametrize(
    ("text", "words"),
    [("{", "line 1"), ('{"a": 1, "a": 2}', "twice"), ('{"a": NaN}', "NaN"), ("[" * 100_000, "deeply")],
)
def test_text_that_is_no_script_is_refused_with_words(text: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        parse(text)


def test_what_is_shown_for_changing_reads_back_as_the_same(content: dict[str, Any]) -> None:
    assert parse(pretty(content)) == content


def _eq(item: str, value: str) -> dict[str, str]:
    return {"item": item, "op": "eq", "value": value}


def _deep(levels: int) -> dict[str, Any]:
    return {"not": _deep(levels - 1)} if levels else _eq("q04", "no")
