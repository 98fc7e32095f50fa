"""The pages of the roster: who sees what, what is kept of what was typed, and what a page asks of the database."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.models import Event
from officers import catalogue, storage
from officers.models import Certification, Officer, Restriction, User
from officers.services import employment, files, restrictions
from tests.cast import District, arrived, day_here, log_call, officer
from tests.incidents.desk import signed_in
from tests.officers.hiring import NEW, enroll
from tests.officers.test_roster_csv import file
from tests.officers.test_uploads import PDF, picture

TODAY = day_here()


@pytest.fixture
def keeper(district: District) -> Client:
    """The supervisor's browser."""
    return signed_in(district.supervisor)


def typed(district: District, **changes: Any) -> dict[str, Any]:
    """A new person as the form holds them."""
    facts = {name: value for name, value in NEW.items() if value is not None}
    return {**facts, "home_campus": str(district.campus.pk), "supervisor": "", **changes}


def certify(district: District, who: Officer, expires_on: date | None) -> None:
    Certification.objects.filter(user=who.user).update(expires_on=expires_on)


def units(page: Any) -> list[str]:
    return [line.officer.call_sign for line in page.context["lines"]]


def test_the_list_says_who_is_current_who_lapses_and_when(district: District, keeper: Client) -> None:
    soon = TODAY + timedelta(days=19)
    certify(district, district.cit_officer, soon)
    gone = officer(district.campus, "Quartz", "C-13", cit=True)
    certify(district, gone, TODAY - timedelta(days=2))
    officer(district.campus, "Mica", "C-14", cit=True)
    page = keeper.get("/roster/")
    assert [(chip["label"], chip["count"]) for chip in page.context["chips"]] == [
        ("Current", 1),
        ("Due in 90 days", 1),
        ("Lapsed", 1),
    ]
    assert units(page) == ["C-12", "C-13", "C-14", "S-21"]
    strips = {line.officer.call_sign: [cell.text for cell in line.months] for line in page.context["lines"]}
    until = [f"until {soon.day}"]
    before = (soon.year - TODAY.year) * 12 + soon.month - TODAY.month
    assert strips["C-12"] == ["✓"] * before + until + ["–"] * (11 - before)
    assert strips["C-13"] == strips["S-21"] == ["–"] * 12
    assert strips["C-14"] == ["✓"] * 12
    assert "(19 d)" in page.content.decode()


def test_a_license_that_ends_ends_cit_with_it(district: District, keeper: Client) -> None:
    Officer.objects.filter(pk=district.cit_officer.pk).update(license_expires_on=TODAY + timedelta(days=5))
    line = keeper.get("/roster/").context["lines"][0]
    assert (line.label, "(5 d)" in line.ends) == ("Due in 90 days", True)
    Officer.objects.filter(pk=district.cit_officer.pk).update(license_expires_on=TODAY - timedelta(days=5))
    assert keeper.get("/roster/").context["lines"][0].label == "Lapsed"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["C-12", "C-40", "S-21"]),
        ("q=marigold", ["C-40"]),
        ("q=2040", ["C-40"]),
        ("q=s-2", ["S-21"]),
        ("q=nobody", []),
        ("role=security_officer", ["C-40"]),
        ("language=es", ["C-40"]),
        ("skill=autism&language=es", ["C-40"]),
        ("skill=trauma", []),
        ("cit=current", ["C-12"]),
        ("cit=none", ["C-40", "S-21"]),
        ("status=on_duty", ["C-12", "S-21"]),
        ("status=left", ["C-41"]),
        ("status=all", ["C-12", "C-40", "C-41", "S-21"]),
        ("campus={campus}", ["C-12", "C-40", "S-21"]),
    ],
)
def test_the_list_is_searched_and_filtered(district: District, keeper: Client, query: str, found: list[str]) -> None:
    enroll(district, roles=["security_officer"])
    left = enroll(district, badge="1", pid="", call_sign="C-41", email="c41@example.org", languages=[], skills=[])
    leave(district, left)
    assert units(keeper.get("/roster/?" + query.format(campus=district.campus.pk))) == found


def leave(district: District, who: Officer) -> None:
    employment.deactivate(who, actor=district.supervisor, expected_version=None, separated_on=TODAY)


@pytest.mark.parametrize(
    "query", ["shoe=9", "cit=red", "page=0", "status=x", "campus=1", "language=xx", "q=" + "x" * 81]
)
def test_a_filter_that_the_list_does_not_know_is_refused(keeper: Client, query: str) -> None:
    assert keeper.get(f"/roster/?{query}").status_code == 400
    assert keeper.get(f"/roster/export/?{query}").status_code == 400


def test_the_list_asks_the_same_number_of_questions_at_any_size(district: District, keeper: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert keeper.get("/roster/?cit=current&language=").status_code == 200
        return len(asked)

    keeper.get("/roster/")
    few = count()
    for number in range(20):
        officer(district.campus, f"Person{number}", f"C-{50 + number}", cit=True)
    assert count() == few <= 14


def test_a_long_roster_has_pages_that_keep_the_filter(district: District, keeper: Client) -> None:
    for number in range(51):
        officer(district.campus, f"Person{number}", f"C-{100 + number}", cit=False)
    page = keeper.get("/roster/?cit=none")
    assert len(page.context["lines"]) == 50
    assert "?cit=none&amp;page=2" in page.content.decode()
    assert len(keeper.get("/roster/?cit=none&page=2").context["lines"]) == 2


def test_the_desk_reads_the_roster_and_officers_find_their_own_row_alone(district: District) -> None:
    desk, mine = signed_in(district.dispatcher), signed_in(district.officer(district.cit_officer))
    assert desk.get("/roster/").status_code == 200
    assert "Add a person" not in desk.get("/roster/").content.decode()
    assert mine.get("/roster/").status_code == 403
    own = mine.get("/roster/mine/")
    assert (own.status_code, own["Location"]) == (303, f"/officers/{district.cit_officer.pk}/")
    assert "My row" in mine.get("/").content.decode()
    page = mine.get(own["Location"]).content.decode()
    assert "License and employment" in page
    assert "Deactivate" not in page
    assert mine.get(f"/officers/{district.other_officer.pk}/").status_code == 404
    assert desk.get("/roster/mine/").status_code == 404


def test_the_desk_sees_no_addresses_dates_or_reasons(district: District, keeper: Client) -> None:
    made = enroll(district)
    restrictions.restrict(made, actor=district.supervisor, kind="duty", reason="Light duty", from_day=TODAY)
    here = f"/officers/{made.pk}/"
    desk = signed_in(district.dispatcher).get(here).content.decode()
    for personal in ("marigold.flint@example.org", "700040", "Light duty", "Lift"):
        assert personal in keeper.get(here).content.decode()
        assert personal not in desk


def test_a_stranger_finds_nobody(district: District, neighbor: District) -> None:
    client = signed_in(neighbor.supervisor)
    here = f"/officers/{district.cit_officer.pk}/"
    paths = [
        here,
        *(f"{here}{page}/" for page in ("edit", "deactivate", "reactivate", "restrict", "photo", "photo/change")),
    ]
    assert {client.get(path).status_code for path in paths} == {404}
    assert {client.post(path, {"version": 1}).status_code for path in paths[1:5]} == {404}


def test_a_person_is_added_and_what_was_typed_wrong_stays(district: District, keeper: Client) -> None:
    wrong = keeper.post("/officers/new/", typed(district, badge="C-12", name="Marigold F."))
    assert wrong.status_code == 422
    assert "Badge C-12 belongs to C-12" in wrong.content.decode()
    assert 'value="Marigold F."' in wrong.content.decode()
    done = keeper.post("/officers/new/", typed(district))
    made = Officer.objects.get(call_sign="C-40")
    assert (done.status_code, done["Location"]) == (303, f"/officers/{made.pk}/")


def test_a_row_is_changed_and_a_late_change_is_refused(district: District, keeper: Client) -> None:
    made = enroll(district)
    page = keeper.get(f"/officers/{made.pk}/edit/").content.decode()
    assert 'value="2024-08-01"' in page
    change = typed(district, skills=["trauma"], version=1)
    assert keeper.post(f"/officers/{made.pk}/edit/", change).status_code == 303
    made.refresh_from_db()
    assert (made.skills, made.version) == (["trauma"], 2)
    late = keeper.post(f"/officers/{made.pk}/edit/", {**change, "badge": "77"})
    assert (late.status_code, "by someone else" in late.content.decode()) == (409, True)


def test_leaving_and_coming_back_by_hand(district: District, keeper: Client) -> None:
    made = enroll(district)
    here = f"/officers/{made.pk}/"
    assert "cannot log in" in keeper.get(f"{here}deactivate/").content.decode()
    assert keeper.post(f"{here}deactivate/", {"version": 1, "separated_on": TODAY}).status_code == 303
    assert "has left the roster" in keeper.get(here).content.decode()
    assert keeper.post(f"{here}deactivate/", {"version": 2, "separated_on": TODAY}).status_code == 409
    assert keeper.post(f"{here}reactivate/", {"version": 2, "hired_on": ""}).status_code == 422
    assert keeper.post(f"{here}reactivate/", {"version": 2, "hired_on": TODAY}).status_code == 303
    assert User.objects.get(pk=made.user_id).is_active


def test_an_assigned_officer_is_not_deactivated_by_hand(district: District, keeper: Client) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    answer = keeper.post(f"/officers/{district.cit_officer.pk}/deactivate/", {"version": 1, "separated_on": TODAY})
    assert answer.status_code == 422
    assert "Send somebody else first" in answer.content.decode()


def test_a_restriction_is_set_and_lifted_by_hand(district: District, keeper: Client) -> None:
    here = f"/officers/{district.cit_officer.pk}/"
    given = {"kind": "campus", "campus": str(district.campus.pk), "reason": "Relative works there", "from_day": TODAY}
    assert keeper.post(f"{here}restrict/", {**given, "campus": ""}).status_code == 422
    assert keeper.post(f"{here}restrict/", {**given, "kind": "person"}).status_code == 422
    assert keeper.post(f"{here}restrict/", given).status_code == 303
    made = Restriction.objects.get()
    assert "Relative works there" in signed_in(district.officer(district.cit_officer)).get(here).content.decode()
    assert keeper.post(f"/restrictions/{made.pk}/lift/").status_code == 303
    assert "Lifted" in keeper.get(here).content.decode()
    assert keeper.post(f"/restrictions/{made.pk}/lift/").status_code == 409
    assert signed_in(district.dispatcher).post(f"/restrictions/{made.pk}/lift/").status_code == 404


def test_a_photo_is_kept_shown_and_only_to_those_who_see_the_person(district: District, keeper: Client) -> None:
    here = f"/officers/{district.cit_officer.pk}/"
    assert keeper.get(f"{here}photo/").status_code == 404
    refused = keeper.post(f"{here}photo/change/", {"photo": SimpleUploadedFile("me.png", PDF)})
    assert (refused.status_code, "PNG or JPEG" in refused.content.decode()) == (422, True)
    assert keeper.post(f"{here}photo/change/", {}).status_code == 422
    assert (
        keeper.post(f"{here}photo/change/", {"photo": SimpleUploadedFile("me.png", picture("PNG"))}).status_code == 303
    )
    answer = keeper.get(f"{here}photo/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer["Content-Disposition"].startswith("inline")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert f"{here}photo/" in keeper.get(here).content.decode()
    assert signed_in(district.officer(district.cit_officer)).get(f"{here}photo/").status_code == 200
    assert signed_in(district.officer(district.other_officer)).get(f"{here}photo/").status_code == 404


def certificate(district: District) -> Certification:
    kept = files.keep(
        SimpleUploadedFile("card.pdf", PDF), actor=district.supervisor, agency_id=district.campus.agency_id
    )
    course = catalogue.install(district.campus.agency)["CPR"]
    return Certification.objects.create(
        agency=district.campus.agency, user=district.cit_officer.user, course=course, completed_on=TODAY, file=kept
    )


def test_a_certificate_is_saved_and_never_shown_as_a_page(district: District, neighbor: District) -> None:
    made = certificate(district)
    here = f"/certifications/{made.pk}/file/"
    for actor in (district.supervisor, district.officer(district.cit_officer)):
        answer = signed_in(actor).get(here)
        assert (answer.status_code, answer.content, answer["Content-Type"]) == (200, PDF, "application/pdf")
        assert answer["Content-Disposition"] == 'attachment; filename="card.pdf"'
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer["Cache-Control"] == "no-store"
    for actor in (district.dispatcher, district.officer(district.other_officer), neighbor.supervisor):
        assert signed_in(actor).get(here).status_code == 404
    assert Client().get(here).status_code == 302


def test_a_certificate_that_was_altered_or_lost_is_said_and_logged(
    district: District, keeper: Client, caplog: Any
) -> None:
    made = certificate(district)
    place = storage.place_of(made.agency_id, made.file.sha256)
    place.write_bytes(PDF + b"more")
    answer = keeper.get(f"/certifications/{made.pk}/file/")
    assert (answer.status_code, "altered" in answer.content.decode()) == (409, True)
    place.unlink()
    answer = keeper.get(f"/certifications/{made.pk}/file/")
    assert (answer.status_code, "missing" in answer.content.decode()) == (404, True)
    assert [record.levelname for record in caplog.records if record.name == "officers.storage"] == ["ERROR", "ERROR"]


def look(keeper: Client, content: bytes) -> Any:
    return keeper.post("/roster/import/", {"file": SimpleUploadedFile("roster.csv", content)})


def sealed(page: Any) -> dict[str, str]:
    return dict(page.context["form"].initial)


def test_a_file_is_looked_at_taken_and_then_says_nothing_new(district: District, keeper: Client) -> None:
    before = (Officer.objects.count(), Event.objects.count())
    page = look(keeper, file({}))
    assert (page.status_code, "Take the file" in page.content.decode()) == (200, True)
    assert (Officer.objects.count(), Event.objects.count()) == before
    done = keeper.post("/roster/import/take/", sealed(page))
    assert (done.status_code, done["Location"]) == (303, "/roster/")
    assert "1 new, 0 changed" in keeper.get("/roster/").content.decode()
    assert Officer.objects.filter(call_sign="C-40").exists()
    assert "already says" in look(keeper, file({})).content.decode()
    page = look(keeper, file({"name": "Marigold Quartz"})).content.decode()
    assert "<del>Marigold Flint</del>" in page


def test_a_file_with_bad_rows_offers_nothing_to_take(district: District, keeper: Client) -> None:
    page = look(keeper, file({"home_campus": "MOON"})).content.decode()
    assert "There is no campus “MOON”" in page
    assert "Take the file" not in page


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "empty"), (b"a,b\n1,2\n", "columns are missing"), (b"\xff\xfe\x00", "not a CSV")]
)
def test_what_is_no_roster_file_is_said_beside_the_field(keeper: Client, content: bytes, said: str) -> None:
    answer = look(keeper, content)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_what_was_looked_at_cannot_be_changed_borrowed_or_kept_for_long(
    district: District, keeper: Client, monkeypatch: Any
) -> None:
    shown = sealed(look(keeper, file({})))
    for change in ({"sealed": shown["sealed"][:-2] + "xx"}, {"sealed": ""}, {"digest": "x"}):
        assert keeper.post("/roster/import/take/", {**shown, **change})["Location"] == "/roster/import/"
    other = enroll(
        district, roles=["police_officer", "supervisor"], badge="9", call_sign="C-9", pid="", email="o@example.org"
    )
    theirs = signed_in(district.officer(other)).post("/roster/import/take/", shown)
    assert theirs["Location"] == "/roster/import/"
    monkeypatch.setattr("officers.roster_csv.seal.LASTS_S", -1)
    assert keeper.post("/roster/import/take/", shown)["Location"] == "/roster/import/"
    assert not Officer.objects.filter(call_sign="C-40").exists()


def test_a_roster_that_moved_on_is_shown_anew_with_the_same_file(district: District, keeper: Client) -> None:
    shown = sealed(look(keeper, file({})))
    enroll(district, name="Marigold F.")
    again = keeper.post("/roster/import/take/", shown)
    assert (again.status_code, "has changed since" in again.content.decode()) == (409, True)
    assert "<del>Marigold F.</del>" in again.content.decode()
    assert keeper.post("/roster/import/take/", sealed(again)).status_code == 303
    assert Officer.objects.get(call_sign="C-40").user.name == "Marigold Flint"


def test_a_roster_that_moved_on_until_the_file_is_wrong_says_so(district: District, keeper: Client) -> None:
    shown = sealed(look(keeper, file({})))
    enroll(district, badge="9", pid="")
    again = keeper.post("/roster/import/take/", shown)
    assert (again.status_code, "belongs to C-40" in again.content.decode()) == (422, True)


def test_an_export_is_on_the_record_and_holds_what_was_asked_for(district: District, keeper: Client) -> None:
    enroll(district)
    answer = keeper.get("/roster/export/?language=es")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="roster.csv"'
    assert answer.content.decode().count("\r\n") == 2
    facts = Event.objects.get(type="roster.exported").facts
    assert (facts["rows"], len(facts["sha256"])) == (1, 64)


def test_the_template_comes_back_through_the_import(keeper: Client) -> None:
    template = keeper.get("/roster/template/").content
    assert len(look(keeper, template).context["plan"].new) == 4


@pytest.mark.parametrize("path", ["/roster/export/", "/roster/template/", "/roster/import/", "/officers/new/"])
def test_what_keeps_the_roster_is_closed_to_the_desk(district: District, path: str) -> None:
    assert signed_in(district.dispatcher).get(path).status_code == 403
    assert signed_in(district.officer(district.cit_officer)).get(path).status_code == 403
