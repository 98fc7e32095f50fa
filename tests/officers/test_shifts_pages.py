"""The pages of shifts: what each person reaches, and what is told when something is refused."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core import clock
from core.actors import Actor
from officers.models import CoverRequest, Leave, Officer, Rotation, Shift, ShiftTemplate, TimeEntry, User
from officers.services import covers, leave
from tests.cast import District, arrived, log_call, officer
from tests.officers import rota
from tests.officers.rota import DAY, ZONE, shift, template


def today() -> Any:
    """The agency's day."""
    return timezone.localdate(clock.now(), ZONE)


def ahead(who: Officer, days: int, **changes: Any) -> Shift:
    """A shift some days from now."""
    return shift(who, today() + DAY * days, **changes)


@pytest.fixture
def browse(client: Client) -> Any:
    """A browser signed in as somebody."""

    def as_(actor: Actor) -> Client:
        client.force_login(User.objects.get(pk=actor.person))
        return client

    return as_


def text(answer: HttpResponse) -> str:
    """What the page says."""
    return answer.content.decode()


def test_the_week_shows_people_days_hours_and_overtime_in_words(district: District, browse: Any) -> None:
    monday = today() - DAY * today().weekday() + DAY * 7
    for number in range(6):
        shift(district.cit_officer, monday + DAY * number)
    page = text(browse(district.supervisor).get(f"/shifts/?week={rota_week(monday)}"))
    assert page.count('class="shift patrol"') == 6
    assert "07:00–15:00" in page
    assert "8 h overtime" in page
    assert f"/officers/{district.other_officer.pk}/shifts/?day={monday}" in page


def rota_week(day: Any) -> str:
    """The name of a week."""
    year, number, _weekday = day.isocalendar()
    return f"{year}-W{number:02d}"


def test_staff_read_the_week_and_plan_nothing_from_it(district: District, browse: Any) -> None:
    ahead(district.cit_officer, 0)
    page = browse(district.officer(district.other_officer)).get("/shifts/")
    assert page.status_code == 200
    assert "Plan a shift for" not in text(page)
    assert (
        browse(district.officer(district.other_officer))
        .get(f"/officers/{district.other_officer.pk}/shifts/")
        .status_code
        == 403
    )


@pytest.mark.parametrize("query", ["week=2026-W99", "week=now", "wek=2026-W48", "position=cook", "campus=x"])
def test_an_address_with_nonsense_is_refused(district: District, browse: Any, query: str) -> None:
    assert browse(district.supervisor).get(f"/shifts/?{query}").status_code == 400


def test_a_campus_of_another_agency_is_not_found(district: District, neighbor: District, browse: Any) -> None:
    assert browse(district.supervisor).get(f"/shifts/?campus={neighbor.campus.pk}").status_code == 404


def test_the_week_filters_by_position_and_campus(district: District, browse: Any) -> None:
    ahead(district.cit_officer, 0)
    rota.dispatcher_row(district)
    seen = browse(district.supervisor)
    assert "D-1" not in text(seen.get("/shifts/?position=patrol"))
    assert "D-1" in text(seen.get("/shifts/?position=dispatch"))
    assert "C-12" in text(seen.get(f"/shifts/?campus={district.campus.pk}"))


def test_the_week_costs_the_same_for_few_and_for_many(district: District, browse: Any) -> None:
    seen = browse(district.supervisor)
    seen.get("/shifts/")
    with CaptureQueriesContext(connection) as few:
        seen.get("/shifts/")
    for number in range(6):
        person = officer(district.campus, f"Person{number}", f"P-{number}", cit=False)
        for day in range(-6, 7):
            ahead(person, day)
    with CaptureQueriesContext(connection) as many:
        seen.get("/shifts/")
    assert len(few) == len(many)


def test_a_shift_is_planned_from_the_page_and_the_week_is_shown(district: District, browse: Any) -> None:
    day = today() + DAY
    url = f"/officers/{district.cit_officer.pk}/shifts/"
    seen = browse(district.supervisor)
    assert f'value="{day}"' in text(seen.get(f"{url}?day={day}"))
    done = seen.post(url, {"day": day, "starts": "07:00", "ends": "15:00", "position": "patrol"})
    assert (done.status_code, done["Location"]) == (303, f"/shifts/?week={rota_week(day)}")
    assert Shift.objects.get().officer == district.cit_officer


def test_a_refused_plan_keeps_what_was_typed_and_says_why(district: District, browse: Any) -> None:
    there = ahead(district.cit_officer, 1)
    typed = {"day": today() + DAY, "starts": "08:00", "ends": "12:00", "position": "patrol"}
    page = browse(district.supervisor).post(f"/officers/{district.cit_officer.pk}/shifts/", typed)
    assert page.status_code == 422
    assert "It overlaps another shift by 4 h." in text(page)
    assert 'value="08:00"' in text(page)
    assert list(Shift.objects.all()) == [there]


def test_a_shift_is_changed_handed_over_and_cancelled(district: District, browse: Any) -> None:
    there = ahead(district.cit_officer, 2)
    seen = browse(district.supervisor)
    page = text(seen.get(f"/shifts/{there.pk}/"))
    assert all(word in page for word in ("Change", "Hand over", "Cancel"))
    assert seen.get(f"/shifts/{there.pk}/change/").status_code == 200
    typed = {"version": 1, "day": today() + DAY * 2, "starts": "09:00", "ends": "17:00", "position": "patrol"}
    assert seen.post(f"/shifts/{there.pk}/change/", typed).status_code == 303
    typed = {"version": 2, "officer": district.other_officer.pk}
    assert seen.post(f"/shifts/{there.pk}/hand-over/", typed).status_code == 303
    stale = seen.post(f"/shifts/{there.pk}/cancel/", {"version": 1})
    assert (stale.status_code, "changed by someone else" in text(stale)) == (409, True)
    assert seen.post(f"/shifts/{there.pk}/cancel/", {"version": 3}).status_code == 303
    there.refresh_from_db()
    assert (there.status, there.officer) == ("cancelled", district.other_officer)


def test_my_shifts_lists_what_comes_and_what_others_ask(district: District, browse: Any) -> None:
    mine, theirs = ahead(district.cit_officer, 1), ahead(district.other_officer, 3)
    request = covers.ask(theirs, actor=district.officer(district.other_officer), reason="Family")
    page = text(browse(district.officer(district.cit_officer)).get("/shifts/mine/"))
    assert f"/shifts/{mine.pk}/cover/" in page
    assert f"/covers/{request.pk}/move/" in page
    assert "Take the shift" in page


def test_someone_without_a_row_is_told_so(district: District, browse: Any) -> None:
    assert "no row on the roster" in text(browse(district.supervisor).get("/shifts/mine/"))


def test_cover_is_asked_taken_and_approved_on_pages(district: District, browse: Any) -> None:
    mine = ahead(district.cit_officer, 1)
    asked = browse(district.officer(district.cit_officer)).post(f"/shifts/{mine.pk}/cover/", {"reason": "Family"})
    assert asked.status_code == 303
    request = CoverRequest.objects.get()
    url = f"/covers/{request.pk}/"
    taken = browse(district.officer(district.other_officer)).post(f"{url}move/", {"move": "accept", "version": 1})
    assert taken.status_code == 303
    seen = browse(district.supervisor)
    assert url in text(seen.get("/shifts/requests/"))
    assert "Approve" in text(seen.get(url))
    assert seen.post(url, {"version": 2}).status_code == 303
    mine.refresh_from_db()
    assert mine.officer == district.other_officer


def test_a_refused_taker_is_told_on_the_page_of_the_request(district: District, browse: Any) -> None:
    request = covers.ask(ahead(district.cit_officer, 1), actor=district.officer(district.cit_officer))
    ahead(district.other_officer, 1)
    page = browse(district.officer(district.other_officer)).post(
        f"/covers/{request.pk}/move/", {"move": "accept", "version": 1}
    )
    assert (page.status_code, "overlaps another shift" in text(page)) == (422, True)


def test_officers_do_not_see_the_supervisors_list(district: District, browse: Any) -> None:
    seen = browse(district.officer(district.cit_officer))
    assert [seen.get(f"/shifts/{page}/").status_code for page in ("requests", "clocks", "generate", "import")] == [
        403
    ] * 4
    assert [seen.get(page).status_code for page in ("/templates/", "/rotations/")] == [403] * 2


def test_leave_is_asked_approved_and_shows_what_needs_cover(district: District, browse: Any) -> None:
    ahead(district.cit_officer, 1)
    url = f"/officers/{district.cit_officer.pk}/leave/"
    typed = {"kind": "vacation", "from_day": today() + DAY, "to_day": today() + DAY, "note": ""}
    assert browse(district.officer(district.cit_officer)).post(url, typed).status_code == 303
    asked = Leave.objects.get()
    seen = browse(district.supervisor)
    assert seen.post(f"/leave/{asked.pk}/move/", {"move": "approve", "version": 1}).status_code == 303
    page = text(seen.get(f"/leave/{asked.pk}/"))
    assert "Shifts that need somebody else" in page
    assert "07:00–15:00" in page
    assert "Away" in text(seen.get(f"/shifts/?week={rota_week(today() + DAY)}"))


def test_why_somebody_is_away_is_nobody_elses_business(district: District, browse: Any) -> None:
    start = clock.now()
    away = Leave.objects.create(
        agency=district.campus.agency,
        officer=district.cit_officer,
        kind="sick",
        starts_at=start,
        ends_at=start + timedelta(days=1),
        status="approved",
    )
    other = browse(district.officer(district.other_officer))
    assert other.get(f"/leave/{away.pk}/").status_code == 404
    assert "Away" not in text(other.get("/shifts/"))


def test_an_officer_clocks_out_and_in_from_the_page(district: District, browse: Any) -> None:
    seen = browse(district.officer(district.cit_officer))
    url = reverse("clock_move", args=[district.cit_officer.pk])
    assert seen.post(url, {"move": "clock_out", "from": "tablet"})["Location"] == "/tablet/"
    assert "Clock in" in text(seen.get("/shifts/mine/"))
    assert seen.post(url, {"move": "clock_in", "from": "mine"})["Location"] == "/shifts/mine/"
    status = reverse("duty_status", args=[district.cit_officer.pk])
    seen.post(status, {"duty": "training"})
    district.cit_officer.refresh_from_db()
    assert district.cit_officer.duty == "training"


def test_an_assigned_officer_is_told_why_they_cannot_go(district: District, browse: Any) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    seen = browse(district.officer(district.cit_officer))
    url = reverse("clock_move", args=[district.cit_officer.pk])
    page = seen.post(url, {"move": "clock_out", "from": "mine"}, follow=True)
    assert f"C-12 is on {incident.number}" in text(page)


def test_dispatch_sees_the_clock_and_corrects_a_forgotten_entry(district: District, browse: Any) -> None:
    entry = TimeEntry.objects.get(officer=district.cit_officer)
    seen = browse(district.dispatcher)
    assert "Forgot to clock out" in text(seen.get("/shifts/clocks/"))
    begin = timezone.localtime(entry.clocked_in_at, ZONE)
    typed = {
        "version": 1,
        "clocked_in_at": begin.strftime("%Y-%m-%dT%H:%M"),
        "clocked_out_at": (begin + timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M"),
        "correction": "Forgot",
    }
    assert seen.post(f"/entries/{entry.pk}/", typed).status_code == 303
    entry.refresh_from_db()
    assert entry.clocked_out_at == entry.clocked_in_at + timedelta(hours=8)


def test_templates_and_rotations_are_made_and_a_term_is_generated(district: District, browse: Any) -> None:
    seen = browse(district.supervisor)
    typed = {"name": "Day", "position": "patrol", "starts": "07:00", "ends": "15:00"}
    assert seen.post("/templates/", typed).status_code == 303
    assert seen.post("/templates/", typed).status_code == 422
    made = seen.post("/rotations/", {"name": "Turn", "starts_on": today(), "pattern": "Day, -"})
    rotation = Rotation.objects.get()
    assert made["Location"] == f"/rotations/{rotation.pk}/"
    assert rotation.pattern == [str(ShiftTemplate.objects.get().pk), ""]
    joined = {"officer": district.cit_officer.pk, "offset_days": 0, "from_day": today()}
    assert seen.post(f"/rotations/{rotation.pk}/members/", joined).status_code == 303
    assert "Day, -" in text(seen.get(f"/rotations/{rotation.pk}/"))
    term = {"from_day": today() + DAY, "to_day": today() + DAY * 14, "then": "look"}
    assert "7 would be planned" in text(seen.post("/shifts/generate/", term))
    assert not Shift.objects.exists()
    assert "7 planned" in text(seen.post("/shifts/generate/", {**term, "then": "make"}))
    assert Shift.objects.count() == 7


def test_an_unknown_template_in_a_pattern_is_named(district: District, browse: Any) -> None:
    page = browse(district.supervisor).post("/rotations/", {"name": "T", "starts_on": today(), "pattern": "Noon"})
    assert (page.status_code, "There is no template “Noon”" in text(page)) == (422, True)


def test_a_file_is_checked_and_then_imported_as_it_was_checked(district: District, browse: Any) -> None:
    day = today() + DAY * 3
    content = f"badge,date,starts,ends,position\nC-12,{day},07:00,15:00,patrol\n"
    seen = browse(district.supervisor)
    page = seen.post("/shifts/import/", {"then": "check", "file": SimpleUploadedFile("s.csv", content.encode())})
    assert "1 shifts would be planned" in text(page)
    assert not Shift.objects.exists()
    done = seen.post("/shifts/import/", {"then": "import", "content": content})
    assert done["Location"] == f"/shifts/?week={rota_week(day)}"
    assert Shift.objects.get().officer == district.cit_officer


def test_a_file_with_a_bad_row_is_told_by_line_and_offers_no_import(district: District, browse: Any) -> None:
    content = b"badge,date,starts,ends,position\nX-1,2030-01-01,07:00,15:00,patrol\n"
    page = browse(district.supervisor).post(
        "/shifts/import/", {"then": "check", "file": SimpleUploadedFile("s.csv", content)}
    )
    assert "Line 2, badge: Nobody on the roster has the badge" in text(page)
    assert 'value="import"' not in text(page)


def test_no_table_at_all_is_refused_beside_the_field(district: District, browse: Any) -> None:
    page = browse(district.supervisor).post(
        "/shifts/import/", {"then": "check", "file": SimpleUploadedFile("s.csv", b"name\nx\n")}
    )
    assert (page.status_code, "These columns are missing: badge, date." in text(page)) == (422, True)


def test_an_export_holds_the_planned_shifts(district: District, browse: Any) -> None:
    ahead(district.cit_officer, 1)
    ahead(district.other_officer, 1, status="cancelled")
    answer = browse(district.dispatcher).get(f"/shifts/export/?from_day={today()}&to_day={today() + DAY * 2}")
    assert answer["Content-Type"].startswith("text/csv")
    assert text(answer).splitlines()[1:] == [f"C-12,{today() + DAY},07:00,15:00,patrol,,"]
    assert browse(district.officer(district.cit_officer)).get("/shifts/export/").status_code == 403


def test_a_template_is_offered_when_planning(district: District, browse: Any) -> None:
    day = template(district)
    page = text(browse(district.supervisor).get(f"/officers/{district.cit_officer.pk}/shifts/"))
    assert f'value="{day.pk}"' in page


def test_the_tablet_of_an_off_duty_officer_shows_the_next_shift_and_clocks_in(district: District, browse: Any) -> None:
    seen = browse(district.officer(district.cit_officer))
    coming = ahead(district.cit_officer, 1)
    assert "Clock out" in text(seen.get("/tablet/"))
    seen.post(f"/officers/{district.cit_officer.pk}/clock/", {"move": "clock_out", "from": "tablet"})
    page = text(seen.get("/tablet/"))
    assert all(words in page for words in ("You are off duty", "Next shift", f"/shifts/{coming.pk}/", "Clock in"))


def test_dispatch_sets_a_status_from_the_time_clock(district: District, browse: Any) -> None:
    seen = browse(district.dispatcher)
    assert "Set status of C-12" in text(seen.get("/shifts/clocks/"))
    answer = seen.post(f"/officers/{district.cit_officer.pk}/status/", {"duty": "out_of_service"})
    assert answer["Location"] == "/shifts/clocks/"
    district.cit_officer.refresh_from_db()
    assert district.cit_officer.duty == "out_of_service"
    assert "Time clock" in text(seen.get("/board/"))


def test_what_a_supervisor_decides_waits_on_their_home_page_and_nobody_elses(district: District, browse: Any) -> None:
    me, other = district.officer(district.cit_officer), district.officer(district.other_officer)
    asked = covers.ask(ahead(district.cit_officer, 1), actor=me)
    assert f"/covers/{asked.pk}/" not in text(browse(district.supervisor).get("/"))
    covers.accept(asked, actor=other, expected_version=1)
    away = leave.ask(district.cit_officer, actor=me, kind="sick", from_day=today() + DAY * 3, to_day=today() + DAY * 3)
    page = text(browse(district.supervisor).get("/"))
    assert all(address in page for address in (f"/covers/{asked.pk}/", f"/leave/{away.pk}/"))
    assert f"/leave/{away.pk}/" not in text(browse(me).get("/"))
