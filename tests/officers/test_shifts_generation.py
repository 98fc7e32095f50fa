"""Templates, rotations and the shifts that a term makes of them: once, within the limits, and said in words."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from officers.models import RosterPolicy, Shift, ShiftTemplate
from officers.selectors.generation import Term
from officers.services import generation, leave, rotations, shifts, templates
from tests.cast import District, officer
from tests.officers.rota import DAY, NOW, SEVEN, THREE, TODAY, ZONE, joined, rotation, shift, template

WEEK = TODAY + DAY * 6


def generate(district: District, first: date = TODAY, last: date = WEEK, **changes: object) -> Term:
    """The supervisor makes the shifts of a week."""
    return generation.generate(actor=district.supervisor, from_day=first, to_day=last, at=NOW, **changes)


def days_of(district: District) -> list[int]:
    """On which days from the first the CIT officer is planned."""
    rows = Shift.objects.filter(officer=district.cit_officer).exclude(status="cancelled")
    return [(each.starts_at.astimezone(ZONE).date() - TODAY).days for each in rows]


def test_a_rotation_of_two_on_and_two_off_fills_a_week(district: District) -> None:
    day = template(district)
    joined(district, rotation(district, day, day, None, None), district.cit_officer, campus=district.campus)
    found = generate(district)
    assert days_of(district) == [0, 1, 4, 5]
    assert (len(found.made), found.stopped, found.existing) == (4, [], 0)
    made = Shift.objects.first()
    assert made is not None
    assert (made.template, made.campus, made.position) == (day, district.campus, "patrol")
    assert Event.objects.filter(type="shift.planned").count() == 4


def test_an_offset_shifts_the_pattern(district: District) -> None:
    day = template(district)
    joined(district, rotation(district, day, day, None, None), district.cit_officer, offset_days=1)
    generate(district)
    assert days_of(district) == [1, 2, 5, 6]


def test_generating_twice_makes_nothing_twice(district: District) -> None:
    joined(district, rotation(district, template(district), None), district.cit_officer)
    first = generate(district)
    again = generate(district, last=WEEK + DAY * 2)
    assert (len(first.made), len(again.made), again.existing) == (4, 1, 4)


def test_a_place_given_away_or_cancelled_is_not_filled_again(district: District) -> None:
    joined(district, rotation(district, template(district), None), district.cit_officer)
    generate(district)
    given, dropped = Shift.objects.order_by("starts_at")[1:3]
    shifts.hand_over(given, actor=district.supervisor, expected_version=1, officer=district.other_officer, at=NOW)
    shifts.cancel(dropped, actor=district.supervisor, expected_version=1, at=NOW)
    assert generate(district).made == []
    assert days_of(district) == [0, 6]


def test_the_preview_says_the_same_and_writes_nothing(district: District) -> None:
    joined(district, rotation(district, template(district), None), district.cit_officer)
    before = Event.objects.count()
    seen = generation.preview(actor=district.supervisor, from_day=TODAY, to_day=WEEK, at=NOW)
    assert (Shift.objects.count(), Event.objects.count()) == (0, before)
    assert [each.place for each in seen.made] == [each.place for each in generate(district).made]


def test_approved_leave_is_skipped_and_said(district: District) -> None:
    joined(district, rotation(district, template(district)), district.cit_officer)
    me = district.officer(district.cit_officer)
    away = leave.ask(
        district.cit_officer, actor=me, kind="vacation", from_day=TODAY + DAY, to_day=TODAY + DAY * 2, at=NOW
    )
    leave.approve(away, actor=district.supervisor, expected_version=1, at=NOW)
    found = generate(district)
    assert days_of(district) == [0, 3, 4, 5, 6]
    assert {each.words for each in found.stopped} == {"C-12 has approved leave then."}


def test_what_overlaps_an_earlier_shift_is_left_out(district: District) -> None:
    shift(district.cit_officer, 2, time(10), time(12))
    joined(district, rotation(district, template(district)), district.cit_officer)
    (stopped,) = generate(district).stopped
    assert "overlaps another shift by 2 h" in stopped.words


def test_the_limits_of_a_week_count_what_is_planned_on_the_way(district: District) -> None:
    RosterPolicy.objects.create(agency=district.campus.agency, max_week_hours=32, overtime_from_hours=24)
    joined(district, rotation(district, template(district)), district.cit_officer)
    found = generate(district)
    assert (len(found.made), len(found.stopped)) == (4, 3)
    assert "40 h within seven days; the limit is 32 h" in found.stopped[0].words
    assert found.made[3].words == "32 h within seven days; overtime begins after 24 h."
    more = generate(district, override_reason="agreed")
    assert (len(more.made), more.existing) == (3, 4)
    reasons = list(Shift.objects.order_by("starts_at").values_list("override_reason", flat=True))
    assert reasons == ["", "", "", "", "agreed", "agreed", "agreed"]


def test_nights_over_both_changes_of_the_clock_are_generated_at_their_real_length(district: District) -> None:
    night = template(district, "Night", starts=time(22), ends=time(6))
    joined(district, rotation(district, night, starts_on=date(2026, 3, 7)), district.cit_officer)
    generate(district, date(2026, 3, 7), date(2026, 3, 7))
    generate(district, date(2026, 10, 31), date(2026, 10, 31))
    hours = [(each.ends_at - each.starts_at).total_seconds() / 3600 for each in Shift.objects.all()]
    assert hours == [7, 9]


def test_a_person_who_left_the_rotation_or_the_roster_is_not_planned(district: District) -> None:
    turn = rotation(district, template(district))
    member = joined(district, turn, district.cit_officer)
    rotations.leave(member, actor=district.supervisor, to_day=TODAY + DAY, at=NOW)
    joined(district, turn, district.other_officer)
    type(district.other_officer).objects.filter(pk=district.other_officer.pk).update(duty="off_duty", active=False)
    found = generate(district)
    assert days_of(district) == [0, 1]
    assert {each.words for each in found.stopped} == {"S-21 is no longer on the roster."}


def test_a_retired_template_or_rotation_asks_for_nothing(district: District) -> None:
    day = template(district)
    joined(district, rotation(district, day), district.cit_officer)
    templates.change(
        day,
        actor=district.supervisor,
        expected_version=1,
        name="Day",
        position="patrol",
        starts=SEVEN,
        ends=THREE,
        active=False,
        at=NOW,
    )
    assert generate(district).planned == []


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [(0, -1, "before the first"), (0, 201, "200 days"), (-1, 3, "from today on")],
)
def test_a_term_begins_today_or_later_and_ends_within_a_term(
    district: District, first: int, last: int, said: str
) -> None:
    with pytest.raises(BrokenRule, match=said):
        generate(district, TODAY + DAY * first, TODAY + DAY * last)


def test_only_supervisors_keep_templates_and_rotations_and_generate(district: District) -> None:
    day = template(district)
    turn = rotation(district, day)
    for actor in (district.dispatcher, district.officer(district.cit_officer)):
        with pytest.raises(Forbidden):
            generation.generate(actor=actor, from_day=TODAY, to_day=WEEK, at=NOW)
        with pytest.raises(Forbidden):
            generation.preview(actor=actor, from_day=TODAY, to_day=WEEK, at=NOW)
        with pytest.raises(Forbidden):
            templates.make(actor=actor, name="X", position="patrol", starts=SEVEN, ends=THREE)
        with pytest.raises(Forbidden):
            rotations.join(turn, actor=actor, officer=district.cit_officer, from_day=TODAY)
    assert (ShiftTemplate.objects.count(), turn.members.count()) == (1, 0)


def test_names_are_used_once_and_changes_are_not_overwritten(district: District) -> None:
    day = template(district)
    turn = rotation(district, day)
    with pytest.raises(BrokenRule, match="template of this name"):
        template(district)
    with pytest.raises(BrokenRule, match="rotation of this name"):
        rotation(district, day)
    given = {"name": "Turn", "starts_on": TODAY, "pattern": [str(day.pk), ""], "at": NOW}
    rotations.change(turn, actor=district.supervisor, expected_version=1, **given)
    with pytest.raises(Conflict):
        rotations.change(turn, actor=district.supervisor, expected_version=1, **given)


@pytest.mark.parametrize("pattern", [[], ["", ""], ["nonsense"], ["x"] * 43])
def test_a_pattern_without_a_shift_or_with_an_unknown_template_is_refused(
    district: District, pattern: list[str]
) -> None:
    with pytest.raises(BrokenRule, match="A pattern has"):
        rotations.make(actor=district.supervisor, name="Turn", starts_on=TODAY, pattern=pattern)


def test_nobody_is_in_one_rotation_twice_at_a_time(district: District) -> None:
    turn = rotation(district, template(district))
    first = joined(district, turn, district.cit_officer, to_day=TODAY + DAY * 3)
    with pytest.raises(BrokenRule, match="in this rotation already"):
        joined(district, turn, district.cit_officer, from_day=TODAY + DAY * 3)
    assert joined(district, turn, district.cit_officer, from_day=TODAY + DAY * 4).pk != first.pk


def test_the_number_of_statements_does_not_grow_with_people_and_days(district: District) -> None:
    turn = rotation(district, template(district))
    joined(district, turn, district.cit_officer)
    with CaptureQueriesContext(connection) as small:
        generation.preview(actor=district.supervisor, from_day=TODAY, to_day=TODAY, at=NOW)
    for number in range(5):
        joined(district, turn, officer(district.campus, f"Person{number}", f"P-{number}", cit=False))
    with CaptureQueriesContext(connection) as large:
        generation.preview(actor=district.supervisor, from_day=TODAY, to_day=TODAY + DAY * 60, at=NOW)
    assert len(small) == len(large)
