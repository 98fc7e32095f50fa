"""A roster file: every bad row is named, nothing is taken by halves, and an export comes back without a change."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from officers.models import Campus, Officer, RoleGrant, User
from officers.roles import Role
from officers.roster_csv.columns import REQUIRED
from officers.roster_csv.export import EXAMPLE, export, template
from officers.roster_csv.plan import Plan
from officers.selectors import actor_of
from officers.selectors.roster_file import roles_of
from officers.services import employment, roster, roster_import
from officers.vocabulary import Language, Skill
from tests.cast import NOON, District, person
from tests.officers.hiring import enroll

ROW = {
    "name": "Marigold Flint",
    "email": "marigold.flint@example.org",
    "roles": "police_officer",
    "license": "peace_officer",
    "badge": "2040",
    "call_sign": "C-40",
    "home_campus": "AHS",
}
CODES = ("AGE", "CHE", "MSE", "OCE", "SBE", "YUE", "BMS", "GMS", "SHS", "QAC")


def file(*rows: dict[str, str], columns: tuple[str, ...] = REQUIRED) -> bytes:
    """A file of these rows; what a row does not say is as in ROW."""
    names = list(dict.fromkeys((*columns, *(name for row in rows for name in row))))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, restval="")
    writer.writeheader()
    writer.writerows({**{name: ROW.get(name, "") for name in names}, **row} for row in rows)
    return out.getvalue().encode()


def look(district: District, content: bytes, actor: Actor | None = None) -> Plan:
    """The dry run, which writes nothing."""
    before = counts()
    plan = roster_import.check(content, actor=actor or district.supervisor)
    assert counts() == before
    return plan


def take(district: District, content: bytes) -> Plan:
    digest = look(district, content).digest(content)
    return roster_import.run(content, actor=district.supervisor, digest=digest, at=NOON)


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (User, RoleGrant, Officer, Event))


def bad(district: District, *rows: dict[str, str]) -> list[str]:
    return [str(line) for line in look(district, file(*rows)).bad]


@pytest.fixture
def campuses(district: District) -> None:
    """The campuses of the example."""
    agency = district.campus.agency
    Campus.objects.bulk_create([Campus(agency=agency, name=f"{code} School", code=code, kind="high") for code in CODES])


@pytest.mark.usefixtures("campuses")
def test_a_department_of_thirty_imports_and_lists(district: District) -> None:
    content = EXAMPLE.read_bytes()
    plan = take(district, content)
    assert (len(plan.new), len(plan.changed), plan.bad) == (30, 0, [])
    ours = Officer.objects.filter(user__email__endswith="@example.org", badge__startswith="30")
    held = RoleGrant.objects.filter(user__officer_rows__in=ours).values_list("role", flat=True)
    assert {role: list(held).count(role) for role in set(held)} == {
        "police_officer": 15,
        "security_officer": 10,
        "dispatcher": 5,
        "supervisor": 2,
    }
    alma = Officer.objects.get(call_sign="C-51")
    assert ours.filter(supervisor=alma.user).count() == 17
    assert (alma.pid, str(alma.hired_on), alma.languages) == ("700100", "2012-08-01", ["en", "es"])
    assert Event.objects.filter(type="officer.enrolled").count() == 30
    again = look(district, content)
    assert (len(again.same), again.new, again.changed, again.bad) == (30, [], [], [])


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"home_campus": "MOON"}, "home_campus: There is no campus “MOON”"),
        ({"home_campus": ""}, "home_campus: This is needed"),
        ({"hired_on": "31.08.2026"}, "hired_on: “31.08.2026” is no day"),
        ({"hired_on": "2026-02-30"}, "hired_on: “2026-02-30” is no day"),
        ({"hired_on": "08/31/26"}, "is no day"),
        ({"hired_on": "0224-08-31"}, "hired_on: The date must lie between"),
        ({"languages": "en; klingon"}, "languages: “klingon” is not known. Known are: en, es, ase"),
        ({"skills": "k9"}, "skills: “k9” is not known"),
        ({"roles": "sheriff"}, "roles: “sheriff” is not known"),
        ({"roles": "police_officer; system_admin"}, "roles: The roster gives only the roles"),
        ({"roles": ""}, "roles: Choose at least one role"),
        ({"license": "driver"}, "license: “driver” is not known"),
        ({"license": "telecommunicator"}, "license: A police officer needs"),
        ({"name": ""}, "name: This is needed"),
        ({"name": "x" * 81}, "name: At most 80 characters"),
        ({"name": "x" * 401}, "name: This cell is too long"),
        ({"name": "a\x07b"}, "name: This holds characters that cannot be printed"),
        ({"email": "nobody"}, "email: This is no e-mail address"),
        ({"email": "Yucca.sotol@example.org"}, "email: E-mail yucca.sotol@example.org belongs to C-12"),
        ({"call_sign": "S-21"}, "call_sign: Call sign S-21 belongs to S-21"),
        ({"supervisor": "nobody@example.org"}, "supervisor: There is no supervisor"),
        ({"supervisor": "marigold.flint@example.org"}, "supervisor: Nobody supervises themselves"),
        ({"status": "retired"}, "status: “retired” is not known"),
        ({"status": "inactive"}, "status: A file takes nobody off"),
    ],
)
def test_each_bad_row_is_named_with_its_line_and_reason(district: District, row: dict[str, str], said: str) -> None:
    good = {"badge": "1", "call_sign": "X-1", "email": "good@example.org", "languages": "es"}
    found = bad(district, good, row)
    assert len(found) == 1
    assert found[0].startswith("Line 3, ")
    assert said in found[0]


def test_every_mistake_of_a_file_is_said_at_once(district: District) -> None:
    found = bad(
        district,
        {"home_campus": "MOON", "hired_on": "soon"},
        {"badge": "1", "call_sign": "X-1", "email": "x@example.org", "languages": "xx"},
        {"badge": "2", "call_sign": "X-2", "email": "y@example.org"},
    )
    assert [line.partition(":")[0] for line in found] == [
        "Line 2, home_campus",
        "Line 2, hired_on",
        "Line 3, languages",
    ]


@pytest.mark.parametrize("name", ["badge", "call_sign", "email", "pid"])
def test_what_only_one_person_has_stands_in_a_file_once(district: District, name: str) -> None:
    one = {"badge": "1", "call_sign": "X-1", "email": "x@example.org", "pid": "71"}
    two = {"badge": "2", "call_sign": "X-2", "email": "y@example.org", "pid": "72"}
    assert bad(district, one, {**two, name: one[name]}) == [f"Line 3, {name}: “{one[name]}” is on line 2 already."]


def test_people_are_found_again_by_badge_or_by_identifier(district: District) -> None:
    made = enroll(district)
    by_badge = look(district, file({"badge": "2040", "name": "New Name"})).changed
    by_pid = look(district, file({"badge": "9999", "pid": "700040"})).changed
    assert [(row.officer, [told.name for told in row.differences]) for row in by_badge] == [(made, ["name"])]
    assert [(row.officer, [told.name for told in row.differences]) for row in by_pid] == [(made, ["badge"])]
    (told,) = by_badge[0].differences
    assert (str(told.label), told.before, told.after) == ("Name", "Marigold Flint", "New Name")


def test_a_badge_and_an_identifier_of_two_people_are_a_conflict(district: District) -> None:
    enroll(district)
    other = enroll(district, badge="2041", pid="700041", call_sign="C-41", email="c41@example.org")
    assert bad(district, {"badge": "2040", "pid": "700041"}) == [
        "Line 2, badge: Badge 2040 is C-40, and PID 700041 is C-41. Correct one of the two."
    ]
    assert "whose PID is 700041" in bad(district, {"badge": other.badge, "pid": "700049"})[0]


def test_a_column_that_is_left_out_stays_and_an_empty_cell_empties(district: District) -> None:
    made = enroll(district)
    take(district, file({"name": "New Name"}))
    made.refresh_from_db()
    assert (made.user.name, made.pid, made.languages) == ("New Name", "700040", ["en", "es"])
    take(district, file({"name": "New Name", "languages": ""}))
    made.refresh_from_db()
    assert made.languages == []
    facts = Event.objects.filter(type="officer.updated").values_list("facts", flat=True)
    assert {tuple(fact["fields"]) for fact in facts} == {("name",), ("languages",)}


def test_who_has_left_is_not_brought_back_by_a_file(district: District) -> None:
    made = enroll(district)
    employment.deactivate(made, actor=district.supervisor, expected_version=None, separated_on=NOON.date(), at=NOON)
    assert "choose Reactivate first" in bad(district, {})[0]
    assert "choose Reactivate first" in bad(district, {"badge": "9", "pid": "700040", "call_sign": "X-9"})[0]
    assert "who left the roster" in bad(district, {"badge": "9", "call_sign": "X-9"})[0]


def test_a_supervisor_may_come_with_the_same_file(district: District) -> None:
    lead = {"badge": "1", "call_sign": "X-1", "email": "lead@example.org", "roles": "police_officer; supervisor"}
    plan = take(district, file({"supervisor": "LEAD@example.org"}, lead))
    assert plan.new[0].leader == "lead@example.org"
    assert Officer.objects.get(call_sign="C-40").supervisor == User.objects.get(email="lead@example.org")


def test_a_coordinator_cannot_make_supervisors_by_a_file(district: District) -> None:
    coordinator = actor_of(person(district.campus.agency, "Gypsum", Role.TRAINING))
    plan = look(district, file({"roles": "police_officer; supervisor"}), coordinator)
    assert "Only a supervisor" in str(plan.bad[0])


def test_words_may_stand_for_slugs(district: District) -> None:
    plan = look(
        district,
        file({"license": "Peace officer", "languages": "Spanish, English", "home_campus": "agave high school"}),
    )
    assert plan.bad == []
    assert plan.new[0].facts["languages"] == ["en", "es"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda raw: b"", "columns are missing"),
        (lambda raw: raw.split(b"\n")[0] + b"\n", "no rows"),
        (lambda raw: raw.replace(b"badge", b"shield"), "columns are missing: badge"),
        (lambda raw: raw.replace(b"home_campus", b"home_campus,shoe").replace(b"AHS", b"AHS,9"), "not known: shoe"),
        (lambda raw: raw + b"only,two\n", "Line 3 has 2 cells"),
        (lambda raw: raw.decode().encode("utf-16"), "not a CSV file"),
        (lambda raw: raw + b'"open', "not closed"),
        (lambda raw: raw + b"x" * (1024 * 1024), "larger than 1024 kB"),
        (
            lambda raw: raw + raw.split(b"\n")[1] * 1 + b"\n" * 1 + (raw.split(b"\n")[1] + b"\n") * 2001,
            "more than 2000",
        ),
    ],
)
def test_a_file_that_is_no_roster_is_refused_with_a_reason(district: District, change: Any, said: str) -> None:
    with pytest.raises(BrokenRule, match=said) as refusal:
        look(district, change(file({})))
    assert set(refusal.value.fields) == {"file"}


@pytest.mark.parametrize(
    "wrap",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace(",", ";"),
        lambda text: text.replace("\r\n", "\n"),
        lambda text: text.replace("Marigold Flint", '"Marigold Flint"'),
    ],
)
def test_files_as_spreadsheets_write_them_are_read(district: District, wrap: Any) -> None:
    plan = look(district, wrap(file({}).decode()).encode())
    assert (len(plan.new), plan.bad) == (1, [])


def test_a_windows_file_keeps_its_letters_and_lines_are_counted_across_quoted_breaks(district: District) -> None:
    row = {"name": "Begoña Núñez"}
    assert look(district, file(row).decode().encode("cp1252")).new[0].name == "Begoña Núñez"
    broken = file(
        {"name": "two\nlines"}, {"badge": "1", "call_sign": "X-1", "email": "x@example.org", "hired_on": "no"}
    )
    assert [str(line).partition(":")[0] for line in look(district, broken).bad] == ["Line 2, name", "Line 4, hired_on"]


def test_exactly_what_was_looked_at_is_taken_or_nothing(district: District) -> None:
    content = file({})
    digest = look(district, content).digest(content)
    with pytest.raises(Conflict, match="Look at it again"):
        roster_import.run(file({"name": "Other"}), actor=district.supervisor, digest=digest, at=NOON)
    enroll(district, name="Somebody Else", email="else@example.org")
    before = counts()
    with pytest.raises(Conflict, match="changed since"):
        roster_import.run(content, actor=district.supervisor, digest=digest, at=NOON)
    assert counts() == before


def test_one_bad_row_keeps_the_whole_file_out(district: District) -> None:
    content = file({"badge": "1", "call_sign": "X-1", "email": "x@example.org"}, {"home_campus": "MOON"})
    digest = look(district, content).digest(content)
    before = counts()
    with pytest.raises(BrokenRule, match="Nothing was taken: 1 rows"):
        roster_import.run(content, actor=district.supervisor, digest=digest, at=NOON)
    assert counts() == before


def test_only_those_who_keep_the_roster_look_and_take(district: District) -> None:
    for actor in (district.dispatcher, district.officer(district.cit_officer)):
        with pytest.raises(Forbidden):
            roster_import.check(file({}), actor=actor)
        with pytest.raises(Forbidden):
            roster_import.run(file({}), actor=actor, digest="", at=NOON)


def test_another_agencys_people_are_neither_found_nor_changed(district: District, neighbor: District) -> None:
    theirs = enroll(neighbor)
    plan = look(district, file({"email": "mine@example.org"}))
    assert (len(plan.new), plan.bad) == (1, [])
    assert "another person" in bad(district, {})[0]
    take(district, file({"email": "mine@example.org"}))
    theirs.refresh_from_db()
    assert theirs.user.name == "Marigold Flint"


def test_the_template_is_a_file_that_imports(district: District) -> None:
    plan = look(district, template(district.campus.code).encode())
    assert (len(plan.new), plan.bad) == (4, [])


def test_an_export_quotes_what_a_spreadsheet_would_run_and_comes_back_unchanged(district: District) -> None:
    enroll(district, name='=HYPERLINK("http://x")', badge="+1", license_number="'-7", pid="@9")
    left = enroll(district, badge="2", pid="", call_sign="C-41", email="c41@example.org", name="－x")
    employment.deactivate(left, actor=district.supervisor, expected_version=None, separated_on=NOON.date(), at=NOON)
    rows = Officer.objects.filter(agency=district.campus.agency).select_related("user", "home_campus", "supervisor")
    text = export(rows, roles_of(district.supervisor))
    assert "'=HYPERLINK" in text
    assert '"\'+1"' in text
    assert "\"''-7\"" in text
    assert '"\'－x"' in text
    plan = look(district, text.encode())
    assert (len(plan.same), plan.new, plan.changed, plan.bad) == (4, [], [], [])


def run_command(*arguments: str) -> tuple[str, str]:
    out, errors = io.StringIO(), io.StringIO()
    call_command("import_roster", *arguments, stdout=out, stderr=errors)
    return out.getvalue(), errors.getvalue()


def test_the_command_looks_and_takes(district: District, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(file({"roles": "police_officer; supervisor"}))
    before = counts()
    told, _errors = run_command(str(path), "--dry-run")
    assert "Line 2, C-40, new: name: - > Marigold Flint" in told
    assert "1 new, 0 changed, 0 unchanged, 0 bad rows.\nNothing was changed." in told
    assert counts() == before
    run_command(str(path), "--agency", "sotol")
    assert Officer.objects.get(call_sign="C-40").user.name == "Marigold Flint"
    assert Event.objects.get(type="officer.enrolled").facts["file"]


def test_the_command_names_bad_rows_a_missing_file_and_an_agency_it_cannot_guess(
    district: District, neighbor: District, tmp_path: Path
) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(file({"home_campus": "MOON"}))
    with pytest.raises(CommandError, match=r"with --agency\. Known: neighbor, sotol"):
        run_command(str(path))
    with pytest.raises(CommandError, match="Nothing was changed"):
        run_command(str(path), "--agency", "sotol")
    with pytest.raises(CommandError, match="cannot be read"):
        run_command(str(tmp_path / "none.csv"), "--agency", "sotol")
    path.write_bytes(b"")
    with pytest.raises(CommandError, match="columns are missing"):
        run_command(str(path), "--agency", "sotol")


TEXT = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=8)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, derandomize=True)
@given(
    name=TEXT.filter(lambda text: text.strip() and text.strip().isprintable()),
    badge=TEXT.filter(lambda text: text.strip() and text.strip().isprintable()),
    number=TEXT.filter(lambda text: text.strip().isprintable()),
    languages=st.sets(st.sampled_from(Language.values)),
    skills=st.sets(st.sampled_from(Skill.values)),
    hired_on=st.none() | st.dates(date(1940, 1, 1), date(2100, 12, 31)),
)
def test_whatever_the_roster_holds_an_export_comes_back_unchanged(
    district: District, name: str, badge: str, number: str, languages: set[str], skills: set[str], hired_on: date | None
) -> None:
    roster.update(
        district.cit_officer,
        actor=district.supervisor,
        expected_version=None,
        name=name,
        badge=badge,
        license_number=number,
        languages=list(languages),
        skills=list(skills),
        hired_on=hired_on,
    )
    rows = Officer.objects.filter(agency=district.campus.agency).select_related("user", "home_campus", "supervisor")
    plan = look(district, export(rows, roles_of(district.supervisor)).encode())
    assert (len(plan.same), plan.new, plan.changed, plan.bad) == (2, [], [], [])
