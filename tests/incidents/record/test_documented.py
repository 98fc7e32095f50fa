"""docs/record.md names every section and field as the program asks them."""

from pathlib import Path

from django.utils.translation import override

from incidents.encounter import SECTIONS, Field
from incidents.encounter.validations import RULES

PAGE = Path(__file__).parents[3] / "docs" / "record.md"


def table() -> str:
    """Section, field, kind, and when it is asked."""
    rows = ["| section | field | question | kind | asked |", "|---|---|---|---|---|"]
    with override("en"):
        rows += [_row(section.key, field) for section in SECTIONS for field in section.fields]
    return "\n".join(rows)


def rules() -> str:
    """Every rule of filing in a sentence."""
    return "\n".join(f"- `{rule.__name__}`: {(rule.__doc__ or '').splitlines()[0]}" for rule in RULES)


def _row(key: str, field: Field) -> str:
    asked = "every time" if field.common else "when it applies" if field.shown else "folded"
    return f"| {key} | `{field.name}` | {field.label} | {field.kind} | {asked} |"


def test_the_page_holds_the_sections_and_the_rules_as_they_are() -> None:
    text = PAGE.read_text()
    assert table() in text
    assert rules() in text
