"""Answers come into one shape, whatever door they came through; what is no answer is refused by its field."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import QueryDict

from core.errors import BrokenRule
from incidents.encounter import FIELDS, missing, share_done
from incidents.encounter.normal import answers
from incidents.encounter.rows import rows_of
from incidents.models import DeescalationRecord
from incidents.record_forms import RecordForm
from tests.incidents.record.facts import facts

NOON = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)
TEXT = NOON.isoformat()


def kept(**given: Any) -> dict[str, Any]:
    """As a service keeps it."""
    return answers(FIELDS, given, NOON)


@pytest.mark.parametrize(
    ("field", "given", "wanted"),
    [
        ("techniques", ["calm_tone"], [{"technique": "calm_tone"}]),
        (
            "techniques",
            [{"technique": "calm_tone", "effect": "partly", "at": "now"}],
            [{"technique": "calm_tone", "effect": "partly", "at": TEXT}],
        ),
        ("injuries", [{"who": "officer", "severity": ""}], [{"who": "officer"}]),
        ("notifications", None, []),
        ("nature", ["suicidal", "suicidal"], ["suicidal"]),
        ("nature", "", []),
        ("force_highest", 3, 3),
        ("force_highest", "", None),
        ("force_reportable", "", None),
        ("force_reportable", False, False),
        ("ideation", "unknown", "unknown"),
        ("plan_stated", "yes", "yes"),
        ("naloxone_doses", "2", 2),
        ("naloxone_doses", "", None),
        ("occurred_from", "now", NOON),
        ("occurred_from", "2026-03-04T11:00:00-07:00", NOON),
        ("follow_up_due", "2026-03-05", date(2026, 3, 5)),
        ("bodycam_ids", [" A-1 ", ""], ["A-1"]),
        ("narrative", "  Words. ", "Words."),
    ],
)
def test_an_answer_comes_into_one_shape(field: str, given: Any, wanted: Any) -> None:
    assert kept(**{field: given}) == {field: wanted}


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("techniques", ["hypnosis"]),
        ("techniques", "calm_tone"),
        ("techniques", [{"effect": "partly"}]),
        ("techniques", [{"technique": "calm_tone", "planted": "x"}]),
        ("techniques", [{"technique": "calm_tone", "at": "yesterday"}]),
        ("techniques", ["calm_tone"] * 41),
        ("nature", ["planted"]),
        ("nature", "suicidal"),
        ("force_highest", 9),
        ("force_highest", True),
        ("force_reportable", "perhaps"),
        ("plan_stated", "perhaps"),
        ("naloxone_doses", -1),
        ("naloxone_doses", "many"),
        ("occurred_from", "2026-03-04T11:00:00"),
        ("follow_up_due", "soon"),
        ("bodycam_ids", ["x" * 41]),
        ("narrative", "x" * 8001),
        ("status", "locked"),
    ],
)
def test_what_is_no_answer_is_refused_by_its_field_and_not_quoted(field: str, given: Any) -> None:
    with pytest.raises(BrokenRule) as refusal:
        kept(**{field: given})
    assert list(refusal.value.fields) == [field]
    assert "planted" not in str(refusal.value.fields)


def test_a_time_that_was_now_before_stays_what_it_was() -> None:
    before = {"notifications": [{"party": "parent_guardian", "reached_at": TEXT}]}
    again = {"notifications": [{"party": "parent_guardian", "reached_at": "now"}]}
    later = NOON.replace(hour=20)
    assert answers(FIELDS, again, later, before) == before
    assert answers(FIELDS, again, later)["notifications"][0]["reached_at"] == later.isoformat()


def sent(text: str) -> dict[str, Any]:
    """What a form holds of a post."""
    form = RecordForm(QueryDict(f"version=1&{text}"), version=1)
    assert form.is_valid(), form.errors
    return {name: value for name, value in form.cleaned_data.items() if name in text}


def test_a_form_reads_taps_details_rows_of_their_own_and_quick_taps() -> None:
    assert sent("techniques=calm_tone&techniques=quiet_room&techniques-quiet_room-effect=partly") == {
        "techniques": [{"technique": "calm_tone"}, {"technique": "quiet_room", "effect": "partly"}]
    }
    assert sent("injuries-0-who=subject&injuries-1-who=subject&injuries-1-cause=accidental") == {
        "injuries": [{"who": "subject"}, {"who": "subject", "cause": "accidental"}]
    }
    added = sent('notifications-add={"party": "parent_guardian", "method": "phone", "reached_at": "now"}')
    assert added == {"notifications": [{"party": "parent_guardian", "method": "phone", "reached_at": "now"}]}


def test_a_tap_that_stays_keeps_what_was_known_of_it_and_one_that_goes_takes_it_along() -> None:
    rows = f'[{{"technique": "calm_tone", "at": "{TEXT.replace("+", "%2B")}"}}, {{"technique": "quiet_room"}}]'
    assert sent(f"techniques-rows={rows}&techniques=calm_tone") == {
        "techniques": [{"technique": "calm_tone", "at": TEXT}]
    }
    assert sent(f"techniques-rows={rows}&techniques-keep=1")["techniques"][1] == {"technique": "quiet_room"}


def test_what_a_page_does_not_ask_stays_as_it_was() -> None:
    form = RecordForm(QueryDict("version=1&asked=nature weapon&nature=suicidal"), version=1)
    assert form.is_valid()
    assert form.cleaned_data == {"version": 1, "nature": ["suicidal"], "weapon": ""}


def test_rows_are_read_with_every_column_and_times_as_times() -> None:
    record = DeescalationRecord(techniques=[{"technique": "calm_tone", "at": TEXT}], transports=[{"by": "ems"}])
    (one,) = rows_of(record, "techniques")
    assert (one.technique, one.effect, one.at) == ("calm_tone", "", NOON)
    (way,) = rows_of(record, "transports")
    assert (way.by, way.wait_min, way.arrived_at) == ("ems", None, None)


def test_seen_and_told_are_one_list_with_its_sources() -> None:
    told = [{"behavior": "panic", "reported_by": "teacher"}]
    record = DeescalationRecord(behaviors=["panic", "calm_cooperative"], behaviors_reported=told)
    assert [row["source"] for row in record.behavior_rows] == ["observed", "observed", "reported"]
    assert record.all_behaviors == ["panic", "calm_cooperative"]


def test_what_is_missing_says_why_and_where_and_what_must_be_first() -> None:
    found = missing(facts(nature=["suicidal"], primary_outcome="", notifications=[]))
    assert [(gap.field, gap.section, gap.must) for gap in found][:2] == [
        ("primary_outcome", "outcome", True),
        ("ideation", "suicide", False),
    ]
    assert all(str(gap.why).endswith(".") and str(gap.title) for gap in found)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"weapon": "displayed"}, "weapon_type"),
        ({"weapon_type": ["firearm"], "weapon": "used"}, "firearm_seized"),
        ({"primary_outcome": "emergency_detention"}, "transports"),
        ({"anyone_injured": True, "injuries": [{"who": "subject"}]}, "injuries"),
        ({"force_highest": 2, "restraint_used": True, "restraints": [{"type": "leg"}]}, "restraints"),
        ({"nature": ["threat_or_harm_to_others"]}, "threat_target_kind"),
        ({"arrestable_but_diverted": True}, "diversion_basis"),
        ({"naloxone_given": "yes"}, "naloxone_doses"),
    ],
)
def test_what_is_expected_is_listed_and_keeps_nothing_back(changes: dict[str, Any], field: str) -> None:
    gaps = {gap.field: gap.must for gap in missing(facts(**changes))}
    assert gaps[field] is False


def test_the_share_counts_what_is_asked_every_time() -> None:
    done, asked = share_done(facts())
    assert (done, asked) == (7, 8)
    assert share_done(facts(techniques=[{"technique": "calm_tone"}])) == (8, 8)
    assert share_done(facts(role="staff", grade="", notifications=[]))[1] == 7
