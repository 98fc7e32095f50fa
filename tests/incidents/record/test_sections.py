"""The sections are the one list: columns, form, body, service and tablet follow from it."""

from typing import get_type_hints

import pytest
from django.core.exceptions import FieldDoesNotExist

from incidents.api.record_serializers import RecordIn
from incidents.encounter import FIELDS, SECTIONS, Kind, is_shown
from incidents.encounter.described import form
from incidents.encounter.frozen import amended, digest, plain
from incidents.models import DeescalationRecord
from incidents.record_answers import Answers
from incidents.record_forms import RecordForm
from tests.incidents.record.facts import facts


def test_every_field_is_a_column_a_form_field_a_body_field_and_a_keyword() -> None:
    assert set(get_type_hints(Answers)) == set(FIELDS)
    assert set(RecordForm.base_fields) - {"version"} == set(FIELDS)
    assert set(RecordIn._declared_fields) - {"version"} == set(FIELDS)
    for name in FIELDS:
        try:
            DeescalationRecord._meta.get_field(name)
        except FieldDoesNotExist:
            pytest.fail(f"{name} has no column")


def test_every_closed_list_fits_its_column() -> None:
    for name, asked in FIELDS.items():
        column = DeescalationRecord._meta.get_field(name)
        if asked.kind is Kind.ONE and name != "force_highest":
            assert max(len(value) for value in asked.choices.values) <= column.max_length
            assert {value for value, _label in column.choices} == set(asked.choices.values)
        if asked.kind in (Kind.WORDS, Kind.TEXT):
            assert column.max_length == asked.longest


def test_every_condition_names_a_field_and_an_answer_of_it() -> None:
    computed = {"grade_rule": (True,)}
    for part in [*SECTIONS, *FIELDS.values()]:
        for condition in part.shown:
            values = condition.values
            if condition.field in computed:
                assert values == computed[condition.field]
                continue
            asked = FIELDS[condition.field]
            if condition.test == "rows_have":
                asked = asked.column(values[0])
                values = values[1:]
            known = asked.choices.values if asked.choices else (True, False, "yes", "no", "unknown")
            assert set(values) <= set(known)


def test_rows_are_led_by_a_closed_list_and_quick_taps_fill_known_columns() -> None:
    for asked in FIELDS.values():
        if asked.kind is Kind.ROWS:
            assert asked.column(asked.lead).choices
            assert asked.most
    for section in SECTIONS:
        for quick in section.quick:
            asked = FIELDS[quick.field]
            assert set(quick.add) <= {column.name for column in asked.columns}
            assert asked.lead in quick.add


def test_what_is_asked_every_time_is_never_hidden_and_takes_nine_taps_with_filing() -> None:
    common = [asked for section in SECTIONS for asked in section.fields if asked.common]
    assert all(not asked.shown for asked in common)
    assert all(not section.shown for section in SECTIONS if section.common)
    assert len(common) + 1 <= 9


def test_the_described_form_is_plain_and_whole() -> None:
    sections = form()["sections"]
    assert [one["key"] for one in sections] == [one.key for one in SECTIONS]
    assert [field["name"] for one in sections for field in one["fields"]] == list(FIELDS)
    assert plain(form()) == form()


@pytest.mark.parametrize(
    ("field", "changes", "shown"),
    [
        ("injuries", {}, False),
        ("injuries", {"anyone_injured": True}, True),
        ("force_reportable", {"force_highest": 1}, False),
        ("force_reportable", {"force_highest": 2}, True),
        ("restraint_used", {"transports": [{"by": "ems", "restrained": "yes"}]}, True),
        ("disengagement_reason", {"techniques": [{"technique": "tactical_disengagement"}]}, True),
        ("disengagement_reason", {"techniques": [{"technique": "calm_tone"}]}, False),
        ("transports", {"outcomes": ["ems_medical"]}, True),
        ("firearm_seized", {"weapon_type": ["knife_edged"]}, False),
        ("firearm_seized", {"weapon_type": ["firearm", "blunt"]}, True),
    ],
)
def test_a_question_opens_with_the_answer_that_asks_for_it(field: str, changes: dict[str, object], shown: bool) -> None:
    assert is_shown(FIELDS[field], facts(**changes)) is shown


def test_what_was_frozen_stays_and_changes_come_after_it_in_their_order() -> None:
    kept = {"answers": {"nature": ["suicidal"], "weapon": "none"}}
    seal = digest(kept)
    changed = amended(kept, [{"weapon": "stated_only"}, {"weapon": "displayed"}])
    assert changed == {"nature": ["suicidal"], "weapon": "displayed"}
    assert digest(kept) == seal
    assert digest({"answers": changed}) != seal
