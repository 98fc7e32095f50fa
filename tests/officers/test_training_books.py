"""The catalogue, the rules and the waivers: kept by the coordinator, with the past left as it was."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden
from officers.models import Course, CourseSubstitute, TrainingPeriod, TrainingRule, Waiver
from officers.services import courses, rules, waivers
from officers.training import standard
from tests.cast import NOON, District
from tests.officers.trained import TODAY, coordinator, course, events, planned

CHANGED: dict[str, Any] = {"title": "Calming talk", "category": "general", "hours": Decimal(8)}
CPR: dict[str, Any] = {
    "slug": "cpr-yearly",
    "title": "CPR every year",
    "kind": "every_months",
    "number": 12,
    "courses": ["CPR"],
    "effective_from": date(2026, 1, 1),
}


def ruled(district: District, actor: Actor, **fields: Any) -> TrainingRule:
    """A rule of the agency."""
    course(district)
    return rules.add(actor=actor, **{**CPR, **fields})


def version(**fields: Any) -> dict[str, Any]:
    """What a new version says."""
    return {name: value for name, value in {**CPR, **fields}.items() if name != "slug"}


# --- courses ---------------------------------------------------------------------------------------------------------


def test_a_course_is_added_once_and_only_by_the_coordinator(district: District) -> None:
    who = coordinator(district)
    assert courses.add(actor=who, number="9001", title="Listening", category="general").version == 1
    with pytest.raises(BrokenRule) as refusal:
        courses.add(actor=who, number="9001", title="Again", category="general")
    assert set(refusal.value.fields) == {"number"}
    for actor in (district.supervisor, district.dispatcher):
        with pytest.raises(Forbidden):
            courses.add(actor=actor, number="9002", title="Listening", category="general")
    assert events() == ["course.added"]


def test_a_course_changed_meanwhile_is_not_overwritten(district: District) -> None:
    who, given = coordinator(district), course(district, "1849")
    changed = courses.change(given, actor=who, expected_version=1, **CHANGED)
    assert (changed.version, changed.title, changed.hours) == (2, "Calming talk", Decimal(8))
    with pytest.raises(Conflict):
        courses.change(given, actor=who, expected_version=1, **CHANGED)
    with pytest.raises(Forbidden):
        courses.change(given, actor=district.supervisor, expected_version=2, **CHANGED)


def test_a_course_is_retired_once_and_not_before_its_last_class(district: District) -> None:
    who, given = coordinator(district), course(district)
    planned(district, who)
    with pytest.raises(BrokenRule, match="2026-03-05") as refusal:
        courses.retire(given, actor=who, expected_version=None, retired_on=TODAY)
    assert set(refusal.value.fields) == {"retired_on"}
    courses.retire(given, actor=who, expected_version=1, retired_on=date(2026, 3, 5))
    with pytest.raises(Conflict, match="2026-03-05"):
        courses.retire(given, actor=who, expected_version=None, retired_on=date(2026, 4, 1))


def test_a_substitute_is_given_and_taken_back(district: District) -> None:
    who, asked, other = coordinator(district), course(district, "1849"), course(district, "4201")
    assert courses.substitute(asked, actor=who, substitute=other).active
    assert not courses.substitute(asked, actor=who, substitute=other, active=False).active
    assert CourseSubstitute.objects.filter(course=asked).count() == 1
    with pytest.raises(BrokenRule):
        courses.substitute(asked, actor=who, substitute=asked)
    with pytest.raises(Forbidden):
        courses.substitute(asked, actor=district.supervisor, substitute=other)


# --- rules -----------------------------------------------------------------------------------------------------------


def test_a_change_closes_the_version_before_on_the_day_before(district: District) -> None:
    who = coordinator(district)
    old = ruled(district, who)
    new = rules.change(old, actor=who, **version(number=24, effective_from=date(2026, 5, 1)))
    old.refresh_from_db()
    assert (old.effective_to, old.number) == (date(2026, 4, 30), 12)
    assert (new.slug, new.effective_from, new.effective_to, new.number) == (old.slug, date(2026, 5, 1), None, 24)
    assert events() == ["rule.added", "rule.changed"]


def test_only_the_latest_version_is_changed_and_only_for_a_later_day(district: District) -> None:
    who = coordinator(district)
    old = ruled(district, who)
    with pytest.raises(BrokenRule) as refusal:
        rules.change(old, actor=who, **version())
    assert set(refusal.value.fields) == {"effective_from"}
    rules.change(old, actor=who, **version(effective_from=date(2026, 5, 1)))
    with pytest.raises(Conflict, match="2026-04-30"):
        rules.change(old, actor=who, **version(effective_from=date(2026, 6, 1)))
    assert TrainingRule.objects.filter(slug=old.slug).count() == 2


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"number": None}, "number"),
        ({"kind": "once"}, "number"),
        ({"kind": "within_days"}, "anchor"),
        ({"kind": "per_unit", "number": None, "anchor": "hire"}, "anchor"),
        ({"anchored_from": date(2018, 4, 1)}, "anchored_from"),
        ({"courses": []}, "courses"),
        ({"courses": ["0000"]}, "courses"),
    ],
)
def test_a_rule_that_asks_nothing_clear_is_refused_beside_the_field(
    district: District, fields: dict[str, Any], named: str
) -> None:
    with pytest.raises(BrokenRule) as refusal:
        ruled(district, coordinator(district), **fields)
    assert set(refusal.value.fields) == {named}
    assert not TrainingRule.objects.exists()


def test_a_rule_has_its_name_for_itself_and_is_kept_by_the_coordinator(district: District) -> None:
    who = coordinator(district)
    row = ruled(district, who)
    with pytest.raises(BrokenRule) as refusal:
        ruled(district, who)
    assert set(refusal.value.fields) == {"slug"}
    for actor in (district.supervisor, district.officer(district.cit_officer)):
        with pytest.raises(Forbidden):
            ruled(district, actor, slug="other")
        with pytest.raises(Forbidden):
            rules.end(row, actor=actor, last_day=TODAY)


def test_a_rule_ends_on_a_day_and_not_before_it_began(district: District) -> None:
    who = coordinator(district)
    row = ruled(district, who)
    with pytest.raises(BrokenRule):
        rules.end(row, actor=who, last_day=date(2025, 12, 31))
    assert rules.end(row, actor=who, last_day=TODAY).effective_to == TODAY
    with pytest.raises(Conflict):
        rules.end(row, actor=who, last_day=TODAY)


def test_the_standard_rules_are_installed_once_and_leave_changes_alone(district: District) -> None:
    agency = district.campus.agency
    standard.install(agency)
    row = TrainingRule.objects.get(slug="cpr")
    rules.change(row, actor=coordinator(district), **version(effective_from=date(2026, 5, 1)))
    before = TrainingRule.objects.count()
    standard.install(agency)
    assert TrainingRule.objects.count() == before == len(standard.RULES) + 1
    assert TrainingPeriod.objects.filter(agency=agency).count() == 2


def test_every_standard_rule_would_be_accepted_from_a_person(district: District) -> None:
    who = coordinator(district)
    course(district)
    for rule in standard.RULES:
        given = {**rule, "basis": rule["source"]}
        del given["source"]
        assert rules.add(actor=who, **given).source == rule["source"]
    assert TrainingRule.objects.count() == len(standard.RULES)


# --- waivers ---------------------------------------------------------------------------------------------------------


def test_a_waiver_is_granted_with_a_reason_and_granted_anew(district: District) -> None:
    who, officer = coordinator(district), district.cit_officer
    ruled(district, who)
    waivers.grant(officer, actor=who, rule_slug="cpr-yearly", reason="Instructor", at=NOON)
    later = TODAY + timedelta(days=30)
    waivers.grant(officer, actor=who, rule_slug="cpr-yearly", reason="Injured", until=later, at=NOON)
    row = Waiver.objects.get()
    assert (row.reason, row.until) == ("Injured", later)


def test_a_waiver_of_the_past_of_no_rule_or_by_somebody_else_is_refused(district: District) -> None:
    who, officer = coordinator(district), district.cit_officer
    ruled(district, who)
    given: dict[str, Any] = {"rule_slug": "cpr-yearly", "reason": "Injured", "at": NOON}
    with pytest.raises(BrokenRule):
        waivers.grant(officer, actor=who, until=TODAY - timedelta(days=1), **given)
    with pytest.raises(BrokenRule):
        waivers.grant(officer, actor=who, **{**given, "rule_slug": "none"})
    with pytest.raises(Forbidden):
        waivers.grant(officer, actor=district.supervisor, **given)
    assert not Waiver.objects.exists()
    assert Course.objects.exists()
