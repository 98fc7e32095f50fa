"""The grid of a week: seven days of 24 hours, each as bad as its worst minute, and what it says in words."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from officers.covering import grid, words
from officers.covering.facts import Minimum
from officers.covering.grid import Cell, Report
from tests.officers.covering import MONDAY, ZONE, crew, moment, rule

SPRING, AUTUMN = date(2026, 3, 2), date(2026, 10, 26)


def report(asked: Minimum, shifts: str, certified: str = "A B", monday: date = MONDAY) -> Report:
    """The grid of one rule."""
    return grid.report(asked, crew(shifts, certified, monday=monday), monday, ZONE)


def cell(found: Report, day: int, hour: int) -> Cell:
    """One hour of one day, Monday being 0."""
    return found.days[day][hour]


def test_every_hour_of_seven_days_has_a_cell() -> None:
    found = report(rule("at_least 1 patrol South"), "")
    assert [len(row) for row in found.days] == [24] * 7
    assert [row[0].day.day for row in found.days] == [30, 1, 2, 3, 4, 5, 6]


def test_an_hour_is_covered_only_in_every_minute_of_it() -> None:
    found = report(rule("at_least 1 patrol South"), "A patrol South Mon 17:30-Mon 20:00")
    late, whole = cell(found, 0, 17), cell(found, 0, 18)
    assert (late.ok, late.partial, late.have, late.need) == (False, True, 0, 1)
    assert (whole.ok, whole.partial, whole.have) == (True, False, 1)
    assert words.hour(late, ZONE) == "0 of 1 from 17:00 to 17:30"


def test_an_hour_with_two_holes_names_both() -> None:
    found = report(
        rule("at_least 1 patrol South"), "A patrol South Mon 17:10-Mon 17:20; B patrol South Mon 17:50-Mon 19:00"
    )
    assert words.hour(cell(found, 0, 17), ZONE) == "0 of 1 from 17:00 to 17:10, from 17:20 to 17:50"


def test_an_hour_in_which_the_rule_does_not_ask_is_no_gap() -> None:
    found = report(rule("at_least 1 patrol South", "Mon", "08:00-10:00"), "")
    before, inside = cell(found, 0, 7), cell(found, 0, 8)
    assert (before.asked, before.ok) == (False, True)
    assert (inside.asked, inside.ok) == (True, False)
    assert words.hour(cell(found, 0, 7), ZONE) == "Nothing is asked."


def test_a_share_says_how_many_are_on_duty() -> None:
    found = report(rule("share 25 patrol -"), "A patrol - Mon 08:00-Mon 16:00; C patrol - Mon 08:00-Mon 16:00")
    assert (cell(found, 0, 8).have, cell(found, 0, 8).need, cell(found, 0, 8).of) == (1, 1, 2)
    assert (cell(found, 0, 17).of, cell(found, 0, 17).ok) == (0, True)


def test_the_hour_that_spring_skips_does_not_exist() -> None:
    found = report(rule("at_least 1 patrol South"), "", monday=SPRING)
    skipped = cell(found, 6, 2)
    assert (skipped.exists, skipped.asked, skipped.ok) == (False, False, True)
    assert words.hour(skipped, ZONE) == "The clock skips this hour."
    assert sum(not each.ok for row in found.days for each in row) == 167


def test_the_hour_that_autumn_repeats_needs_both_of_its_turns() -> None:
    once = "A patrol South Sun 00:00-Sun 01:30"  # ends in the first of the two
    found = report(rule("at_least 1 patrol South"), once, monday=AUTUMN)
    repeated = cell(found, 6, 1)
    assert (repeated.ok, repeated.partial) == (False, True)
    assert sum((span.length for span in repeated.uncovered), start=found.gaps[0].span.length * 0).seconds == 90 * 60


def test_a_rule_that_asks_for_more_people_than_there_are_says_so_once() -> None:
    found = grid.week(
        [rule("at_least 3 patrol South")], crew("A patrol South Mon 08:00-Mon 16:00", "A B"), MONDAY, ZONE
    )
    assert found.reports[0].unmeetable
    assert found.gaps == []
    assert words.impossible(found.unmeetable[0]) == (
        "No plan can meet “at_least 3 patrol South”: it asks for 3, and only 2 people can count for it this week."
    )


@pytest.mark.parametrize(
    ("certified", "sentence"),
    [("", "nobody can count for it"), ("A", "only 1 person can count for it")],
)
def test_the_sentence_counts_who_could(certified: str, sentence: str) -> None:
    found = report(rule("at_least 2 patrol South"), "A patrol South Mon 08:00-Mon 16:00", certified)
    assert sentence in words.impossible(found)


def test_a_share_is_beyond_everybody_only_when_nobody_is_certified() -> None:
    shifts = "A patrol - Mon 08:00-Mon 16:00; B patrol - Mon 08:00-Mon 16:00"
    assert report(rule("share 100 patrol -"), shifts, "").unmeetable
    assert not report(rule("share 100 patrol -"), shifts, "A").unmeetable


def test_only_whose_license_suits_could_work_the_desk() -> None:
    guards = [replace(person, license="security_noncommissioned") for person in crew("", "A B")]
    assert grid.report(rule("at_least 1 dispatch -"), guards, MONDAY, ZONE).unmeetable
    assert not report(rule("at_least 1 dispatch -"), "", "A B").unmeetable


def test_a_week_without_shifts_is_not_planned() -> None:
    asked = [rule("at_least 1 patrol South")]
    assert not grid.week(asked, crew("", "A"), MONDAY, ZONE).planned
    assert not grid.week(asked, crew("A patrol South Mon+ 08:00-Mon+ 16:00", "A"), MONDAY, ZONE).planned
    assert grid.week(asked, crew("A patrol South Sun 08:00-Sun 16:00", "A"), MONDAY, ZONE).planned


def test_a_week_without_rules_has_no_gaps() -> None:
    assert grid.week([], crew("A patrol South Mon 08:00-Mon 16:00", "A"), MONDAY, ZONE).gaps == []


def test_gaps_are_said_as_a_planner_says_them() -> None:
    found = report(rule("at_least 2 patrol South", "Mon", "17:00-23:00"), "")
    assert words.gap(found.gaps[0], ZONE) == "Mon 17:00–23:00 South: 0 of 2"
    night = report(rule("at_least 1 patrol -", "Mon", "22:00-06:00"), "C patrol - Mon 22:00-Tue 06:00")
    assert words.gap(night.gaps[0], ZONE) == "Mon 22:00 – Tue 06:00 Whole agency: 0 of 1"


def test_the_console_says_from_when_and_then_now() -> None:
    gap = report(rule("at_least 1 patrol South", "Mon", "17:00-23:00"), "").gaps[0]
    assert words.warning(gap, moment("Mon 15:00"), ZONE) == "South: 0 of 1 CIT from 17:00"
    assert words.warning(gap, moment("Mon 18:00"), ZONE) == "South: 0 of 1 CIT now"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("at_least 1 dispatch -", "Dispatch: 0 of 1 crisis-trained now"),
        ("at_least 2 patrol - any", "Patrol: 0 of 2 on duty now"),
        ("at_least 1 security North any", "North: 0 of 1 on duty now"),
    ],
)
def test_the_console_says_what_is_missing(asked: str, sentence: str) -> None:
    gap = report(rule(asked), "").gaps[0]
    assert words.warning(gap, moment("Mon 18:00"), ZONE) == sentence


def test_the_words_are_there_in_spanish() -> None:
    gap = report(rule("at_least 1 patrol South", "Mon", "17:00-23:00"), "").gaps[0]
    with translation.override("es"):
        assert words.gap(gap, ZONE).startswith("Lun 17:00–23:00 South: 0 de 1")
