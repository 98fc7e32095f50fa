"""A file of aliases, extensions or room uses: looked at first, taken whole as it was looked at, or not at all."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from officers.models import Building, Extension, PlaceAlias, Room, RoomUse, User
from officers.places.importing import COLUMNS, Plan
from officers.selectors import places
from officers.services import places_import
from tests.cast import District
from tests.officers.places import scene
from tests.officers.places.scene import MORNING, time

ALIASES = b"alias,campus,building,room\nln204,AHS,,B-204\nthe pit,Agave High School,B,\nagave,ahs,,\n"
EXTENSIONS = b"extension;name;campus;room\n4204;Wall phone;AHS;b204\n4000;Front office;AHS;\n"
USES = b"campus,period,room,group,adult,people\nAHS,first,B-204,Biology,Ms. Quill,24\n"


def look(district: District, noun: str, content: bytes) -> Plan:
    """What the file would change."""
    return places_import.check(content, noun=noun, actor=district.supervisor)


def take(district: District, noun: str, content: bytes) -> Plan:
    """Take the file as it was looked at."""
    digest = look(district, noun, content).digest(content)
    return places_import.run(content, noun=noun, actor=district.supervisor, digest=digest, at=MORNING)


def bad(district: District, noun: str, content: bytes) -> list[tuple[int, str]]:
    """The lines and columns that keep a file from being taken."""
    return [(each.number, each.column) for each in look(district, noun, content).bad]


def test_aliases_are_taken_and_found(district: District) -> None:
    plan = take(district, "aliases", ALIASES)
    assert (len(plan.new), len(plan.changed), len(plan.same)) == (3, 0, 0)
    found = {row.alias: (row.building_id is not None, row.room_id is not None) for row in PlaceAlias.objects.all()}
    assert found == {"ln204": (True, True), "the pit": (True, False), "agave": (False, False)}
    assert places.find(district.dispatcher, "ln204")[0].room == district.room.pk
    assert list(Event.objects.values_list("type", flat=True)) == ["place_alias.added"] * 3


def test_extensions_are_brought_up_to_date_by_number(district: District) -> None:
    withdrawn = scene.telephone(district, "4000", "campus")
    Extension.objects.filter(pk=withdrawn.pk).update(active=False)
    plan = take(district, "extensions", EXTENSIONS)
    assert (len(plan.new), len(plan.changed)) == (1, 1)
    withdrawn.refresh_from_db()
    assert (withdrawn.active, withdrawn.label, withdrawn.version) == (True, "Front office", 2)
    again = take(district, "extensions", EXTENSIONS)
    assert (len(again.new), len(again.changed), len(again.same)) == (0, 0, 2)


def test_room_uses_name_period_and_room(district: District) -> None:
    scene.period(district, "First", time(8), time(9))
    take(district, "uses", USES)
    row = RoomUse.objects.get()
    assert (row.room_id, row.group, row.adult, row.people) == (district.room.pk, "Biology", "Ms. Quill", 24)
    changed = take(district, "uses", USES.replace(b"24", b""))
    assert (len(changed.changed), RoomUse.objects.get().people) == (1, None)


@pytest.mark.parametrize(
    ("noun", "line", "column"),
    [
        ("aliases", "x,NONE,,", "campus"),
        ("aliases", "x,AHS,Z,", "building"),
        ("aliases", "x,AHS,,Z-1", "room"),
        ("aliases", "--,AHS,,", "alias"),
        ("aliases", "x" * 41 + ",AHS,,", "alias"),
        ("aliases", "x\x07y,AHS,,", "alias"),
        ("aliases", "LN204,AHS,,", "alias"),
        ("extensions", "42a,AHS,,,", "extension"),
        ("extensions", "4204,AHS,,,", "extension"),
        ("uses", "AHS,Second,B-204,Art,,,", "period"),
        ("uses", "AHS,First,,Art,,,", "room"),
        ("uses", "AHS,First,B-204,,,,", "group"),
        ("uses", "AHS,First,B-204,Art,,,many", "people"),
        ("uses", "AHS,First,B-204,Art,,,5001", "people"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_taken(district: District, noun: str, line: str, column: str) -> None:
    scene.period(district, "First", time(8), time(9))
    header = ",".join(sum(COLUMNS[noun], ()))
    good = {"aliases": "ln204,AHS,,", "extensions": "4204,AHS,,,", "uses": ""}[noun]
    content = "\n".join(filter(None, (header, good, line))).encode()
    assert bad(district, noun, content) == [(3 if good else 2, column)]
    with pytest.raises(BrokenRule, match="Nothing was taken"):
        take(district, noun, content)
    assert not PlaceAlias.objects.exists()
    assert not Extension.objects.exists()
    assert not Event.objects.exists()


def test_a_room_of_two_buildings_needs_its_building(district: District) -> None:
    other = Building.objects.create(agency=district.campus.agency, campus=district.campus, name="C")
    Room.objects.create(agency=district.campus.agency, building=other, name="B-204", nearest_door="C1")
    assert bad(district, "aliases", b"alias,campus,room\nx,AHS,B-204\n") == [(2, "room")]
    assert bad(district, "aliases", b"alias,campus,building,room\nx,AHS,C,B-204\n") == []


@pytest.mark.parametrize(
    "content", [b"", b"alias\nx\n", b"alias,campus,floor\nx,AHS,1\n", b"\x00", b"alias,campus\n", b'alias,campus\n"x']
)
def test_what_is_no_such_table_is_refused_at_the_file(district: District, content: bytes) -> None:
    with pytest.raises(BrokenRule) as refusal:
        look(district, "aliases", content)
    assert set(refusal.value.fields) == {"file"}


def test_a_file_that_is_too_long_is_refused(district: District) -> None:
    rows = b"".join(b"a%d,AHS\n" % each for each in range(places_import.MOST_ROWS + 1))
    for content in (b"alias,campus\n" + rows, b"x" * (places_import.MOST_BYTES + 1)):
        with pytest.raises(BrokenRule, match="Take it in parts"):
            look(district, "aliases", content)


def test_what_changed_since_the_look_is_not_taken_unseen(district: District) -> None:
    digest = look(district, "aliases", ALIASES).digest(ALIASES)
    scene.alias(district, "LN204", "campus")
    with pytest.raises(Conflict, match="Look at it again"):
        places_import.run(ALIASES, noun="aliases", actor=district.supervisor, digest=digest, at=MORNING)
    assert PlaceAlias.objects.count() == 1


def test_the_desk_imports_nothing(district: District) -> None:
    with pytest.raises(Forbidden):
        places_import.check(ALIASES, noun="aliases", actor=district.dispatcher)
    with pytest.raises(Forbidden):
        places_import.run(ALIASES, noun="aliases", actor=district.dispatcher, digest="", at=MORNING)


def browser(district: District) -> Client:
    """The supervisor's browser."""
    client = Client()
    client.force_login(User.objects.get(pk=district.supervisor.person))
    return client


def handed_in(content: bytes) -> dict[str, Any]:
    """A file in a form."""
    file = io.BytesIO(content)
    file.name = "places.csv"
    return {"file": file}


def test_a_person_looks_and_takes_on_pages(district: District) -> None:
    client = browser(district)
    assert "alias, campus" in client.get("/aliases/import/").content.decode()
    answer = client.post("/aliases/import/", handed_in(ALIASES))
    assert (answer.status_code, PlaceAlias.objects.count()) == (200, 0)
    form = answer.context["form"].initial
    taken = client.post("/aliases/import/take/", form)
    assert (taken.status_code, taken["Location"]) == (303, "/places/?kind=aliases")
    assert PlaceAlias.objects.count() == 3
    late = client.post("/aliases/import/take/", form)
    assert (late.status_code, "Look at it again" in late.content.decode()) == (409, True)
    assert client.post("/aliases/import/take/", {"sealed": "x", "digest": "0" * 64}).status_code == 303


def test_bad_rows_are_shown_by_line(district: District) -> None:
    page = browser(district).post("/aliases/import/", handed_in(b"alias,campus\nx,NONE\n")).content.decode()
    assert "There is no campus “NONE”." in page
    assert "Take the file" not in page
    assert browser(district).post("/aliases/import/", {}).status_code == 422


def test_the_command_line_takes_a_file_or_says_why_not(district: District, tmp_path: Path) -> None:
    file, out = tmp_path / "aliases.csv", io.StringIO()
    file.write_bytes(ALIASES)
    call_command("import_places", "aliases", file, "--dry-run", stdout=out)
    assert "3 new, 0 changed, 0 unchanged, 0 bad rows." in out.getvalue()
    assert not PlaceAlias.objects.exists()
    call_command("import_places", "aliases", file, stdout=out)
    assert PlaceAlias.objects.count() == 3
    file.write_bytes(b"alias,campus\nx,NONE\n")
    errors = io.StringIO()
    with pytest.raises(CommandError, match="correct these rows first"):
        call_command("import_places", "aliases", file, stdout=out, stderr=errors)
    assert "Line 2, campus: There is no campus “NONE”." in errors.getvalue()
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_places", "aliases", tmp_path / "none.csv", stdout=out)
