"""Shifts from a file: every bad row by its line, all of it or nothing, and back out as it came in."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from core.errors import BrokenRule, Forbidden
from core.models import Event
from officers.models import Leave, Shift, User
from officers.selectors.shift_files import between
from officers.services import shift_files
from officers.shift_csv import written
from tests.cast import District
from tests.officers.rota import DAY, NOW, TODAY, ZONE, shift, template

HEAD = "badge,date,starts,ends,position,campus,template\n"


def check(district: District, rows: str, head: str = HEAD) -> shift_files.Sheet:
    """The dry run."""
    return shift_files.check(actor=district.supervisor, content=(head + rows).encode(), at=NOW)


def load(district: District, rows: str) -> shift_files.Sheet:
    """The import."""
    return shift_files.load(actor=district.supervisor, content=(HEAD + rows).encode(), at=NOW)


def test_a_file_is_checked_without_a_trace_and_then_imported(district: District) -> None:
    template(district)
    rows = "C-12,2026-03-03,07:00,3:00 pm,Patrol,AHS,\nS-21,03/04/2026,,,,,day\n"
    before = Event.objects.count()
    assert (len(check(district, rows).wanted), Shift.objects.count(), Event.objects.count()) == (2, 0, before)
    load(district, rows)
    first, second = Shift.objects.order_by("starts_at")
    assert (first.campus, first.template, first.position) == (district.campus, None, "patrol")
    assert (second.campus, second.template.name if second.template else "", second.officer) == (
        None,
        "Day",
        district.other_officer,
    )
    assert [each.ends_at.astimezone(ZONE).hour for each in (first, second)] == [15, 15]
    assert Event.objects.filter(type="shift.planned").count() == 2


def test_importing_twice_plans_nothing_twice(district: District) -> None:
    rows = "C-12,2026-03-03,07:00,15:00,patrol,,\n"
    load(district, rows)
    again = load(district, rows)
    assert (again.wanted, again.existing, Shift.objects.count()) == ([], 1, 1)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("X-1,2026-03-03,07:00,15:00,patrol,,", "Line 2, badge: Nobody on the roster has the badge “X-1”."),
        ("C-12,tomorrow,07:00,15:00,patrol,,", "Line 2, date: “tomorrow” is no date."),
        ("C-12,2026-02-30,07:00,15:00,patrol,,", "Line 2, date: “2026-02-30” is no date."),
        ("C-12,2026-03-03,7 o'clock,15:00,patrol,,", "Line 2, starts: “7 o'clock” is no time."),
        ("C-12,2026-03-03,07:00,,patrol,,", "Line 2, ends: “” is no time."),
        ("C-12,2026-03-03,07:00,15:00,cook,,", "Line 2, position: “cook” is none of: patrol, security, dispatch."),
        ("C-12,2026-03-03,07:00,15:00,patrol,XYZ,", "Line 2, campus: There is no campus with the code “XYZ”."),
        ("C-12,2026-03-03,,,,,Noon", "Line 2, template: There is no template “Noon”."),
        ("C-12,2026-03-01,07:00,15:00,patrol,,", "Line 2: This shift would already be over."),
        ("C-12,2026-03-03,07:00,06:00,patrol,,", "Line 2: The shift lasts 23 h; the limit is 16 h."),
    ],
)
def test_a_bad_row_is_told_with_its_line_its_column_and_the_reason(district: District, row: str, said: str) -> None:
    (bad,) = check(district, row + "\n").bad
    assert str(bad).startswith(said)


def test_one_bad_row_stops_the_good_ones_too(district: District) -> None:
    rows = "C-12,2026-03-03,07:00,15:00,patrol,,\nX-1,2026-03-03,07:00,15:00,patrol,,\n"
    with pytest.raises(BrokenRule, match="Nothing was imported: 1 rows are wrong"):
        load(district, rows)
    assert not Shift.objects.exists()


def test_rows_are_held_against_the_plan_and_against_each_other(district: District) -> None:
    shift(district.other_officer, 1)
    rows = (
        "C-12,2026-03-03,14:00,22:00,patrol,,\n"
        "C-12,2026-03-03,07:00,15:00,patrol,,\n"
        "S-21,2026-03-03,08:00,09:00,patrol,,\n"
    )
    assert [bad.number for bad in check(district, rows).bad] == [2, 4]


def test_leave_is_respected(district: District) -> None:
    there = shift(district.other_officer, 1)
    Leave.objects.create(
        agency=district.campus.agency,
        officer=district.cit_officer,
        kind="sick",
        starts_at=there.starts_at,
        ends_at=there.ends_at,
        status="approved",
    )
    (bad,) = check(district, "C-12,2026-03-03,07:00,15:00,patrol,,\n").bad
    assert "approved leave" in bad.reason


def test_an_overnight_and_a_clock_change_are_planned_at_their_real_length(district: District) -> None:
    load(district, "C-12,2026-03-07,22:00,06:00,patrol,,\n")
    made = Shift.objects.get()
    assert (made.ends_at - made.starts_at).total_seconds() / 3600 == 7


def test_an_export_can_be_imported_elsewhere(district: District, neighbor: District) -> None:
    template(district)
    rows = "C-12,2026-03-03,07:00,15:00,patrol,AHS,\nS-21,2026-03-04,22:00,06:00,security,,\n"
    load(district, rows)
    text = written(*between(district.supervisor, TODAY, TODAY + DAY * 6))
    assert text.replace("\r\n", "\n") == HEAD + rows
    shift_files.load(actor=neighbor.supervisor, content=text.encode(), at=NOW)
    assert Shift.objects.filter(agency=neighbor.campus.agency).count() == 2


def test_only_supervisors_import_and_officers_do_not_export(district: District) -> None:
    me = district.officer(district.cit_officer)
    for actor in (district.dispatcher, me):
        with pytest.raises(Forbidden):
            shift_files.check(actor=actor, content=HEAD.encode())
        with pytest.raises(Forbidden):
            shift_files.load(actor=actor, content=HEAD.encode())
    with pytest.raises(Forbidden):
        between(me, TODAY, TODAY)


def test_the_command_checks_and_imports_in_a_supervisors_name(district: District, tmp_path: Path) -> None:
    path, out = tmp_path / "shifts.csv", StringIO()
    path.write_text(HEAD + "C-12,2200-03-03,07:00,15:00,patrol,,\n")
    email = User.objects.get(pk=district.supervisor.person).email
    call_command("import_shifts", str(path), "--as", email, "--check", stdout=out)
    assert not Shift.objects.exists()
    call_command("import_shifts", str(path), "--as", email, stdout=out)
    assert out.getvalue().splitlines() == [
        "1 shifts would be planned, 0 were there, 0 are wrong.",
        "1 shifts planned, 0 were there, 0 are wrong.",
    ]
    path.write_text(HEAD + "X-1,2200-03-03,07:00,15:00,patrol,,\n")
    errors = StringIO()
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_shifts", str(path), "--as", email, stderr=errors)
    assert "Line 2, badge" in errors.getvalue()
    officer = district.cit_officer.user.email
    for wrong in ([str(path), "--as", officer], [str(path), "--as", "x@example.org"], ["/nowhere.csv", "--as", email]):
        with pytest.raises(CommandError):
            call_command("import_shifts", *wrong)
