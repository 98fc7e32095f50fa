"""The page and the panel of one incident: what is shown first, what is hidden, and for whom."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import Event
from incidents.care import normal
from incidents.models import Incident, PlanView, ResponsePlan, Subject
from incidents.services import assessments, notes
from tests.cast import CALM, NOON, District, arrived, day_here, log_call
from tests.incidents.care.plans import rows
from tests.incidents.desk import signed_in
from tests.incidents.duplicates.told import add, merge

TODAY = day_here()


def known(district: District, *, until: int = 90, **changes: Any) -> Incident:
    """An incident about a student whose response plan is approved."""
    incident = log_call(district, **changes).incident
    agency, by = district.campus.agency, district.dispatcher.person
    who = {"role": "student", "name": "Lee Example", "student_number": "S-77", "grade": "g10"}
    Subject.objects.create(agency=agency, incident=incident, description="Gray hoodie", **who)
    ResponsePlan.objects.filter(agency=agency, status="approved").update(status="retired")
    ResponsePlan.objects.create(
        agency=agency,
        student_number="S-77",
        number=ResponsePlan.objects.count() + 1,
        status="approved",
        content=normal({"caution": "Do not block the exit", **rows("Quiet room", "Sirens")}),
        written_by_id=by,
        approved_by_id=district.supervisor.person,
        reviewed_on=TODAY - timedelta(days=20),
        expires_on=TODAY + timedelta(days=until),
    )
    return incident


def places(incident: Incident) -> tuple[str, str]:
    """The page and the panel."""
    return f"/incidents/{incident.pk}/", f"/board/case/{incident.pk}/"


def text(district: District, path: str) -> str:
    return signed_in(district.dispatcher).get(path).content.decode()


def test_cautions_come_before_everything_else_and_say_when_they_were_reviewed(district: District) -> None:
    incident = known(district)
    desk = {"actor": district.dispatcher, "expected_version": None, "at": NOON}
    assessments.assess(incident, answers={**CALM, "q04": "in_hand", "q03": "unknown"}, **desk)
    for path in places(incident):
        page = text(district, path)
        order = [page.index(words) for words in ("Weapon: In hand", "Do not block the exit", "Quiet room", "Sirens")]
        assert order == sorted(order)
        assert "Injury: Unknown" in page
        assert f"reviewed {(TODAY - timedelta(days=20)).strftime('%-d %b %Y')}" in page


def test_an_expired_plan_says_only_that(district: District) -> None:
    incident = known(district, until=-1)
    for path in places(incident):
        page = text(district, path)
        assert "Expired" in page
        for words in ("Do not block", "Quiet room", "Sirens"):
            assert words not in page


def test_names_are_hidden_and_looking_keeps_only_once_that_the_plan_was_read(district: District) -> None:
    incident = known(district)
    before = Event.objects.count()
    for path in places(incident):
        page = text(district, path)
        assert "Student, Grade 10" in page
        assert "Gray hoodie" in page
        assert "Show name" in page
        for words in ("Lee Example", "S-77"):
            assert words not in page
    assert [event.type for event in Event.objects.order_by("at")[before:]] == ["response_plan.viewed"]
    (look,) = PlanView.objects.all()
    assert (look.by_id, look.incident_id, look.way) == (district.dispatcher.id, incident.pk, "summary")


def test_a_name_is_shown_once_when_asked_for_and_the_ledger_knows(district: District) -> None:
    incident = known(district)
    desk = signed_in(district.dispatcher)
    page, panel = (
        desk.post(f"/incidents/{incident.pk}/names/", headers=headers).content.decode()
        for headers in ({}, {"HX-Request": "true", "HX-Target": "detail"})
    )
    assert "Lee Example" in page
    assert "<title>" in page
    assert "Lee Example" in panel
    assert "<title>" not in panel
    assert Event.objects.filter(type="subject.shown").count() == 2
    again = text(district, f"/incidents/{incident.pk}/")
    assert "Lee Example" not in again
    assert "The names were shown" in again
    assert desk.get(f"/incidents/{incident.pk}/names/").status_code == 405


def test_without_a_name_there_is_nothing_to_show(district: District) -> None:
    incident = log_call(district).incident
    Subject.objects.create(agency=district.campus.agency, incident=incident, role="student", description="Gray hoodie")
    assert "Show name" not in text(district, f"/incidents/{incident.pk}/")


def test_steps_answers_and_their_script_are_there(district: District) -> None:
    incident = known(district)
    assessments.assess(incident, actor=district.dispatcher, expected_version=None, answers=CALM, at=NOON)
    page = text(district, f"/incidents/{incident.pk}/")
    for words in ("Received", "Assessed", "On scene", "None reported", "Script version 1"):
        assert words in page


def test_every_call_stands_with_its_own_answers_and_where_it_came_from(district: District) -> None:
    incident = known(district)
    add(district, incident, answers={"q04": "in_hand"})
    other = log_call(district, said="The same again.").incident
    merge(district, other, incident)
    page = text(district, f"/incidents/{incident.pk}/")
    for words in ("26-0001", "26-0002", "ext. 4204", "In hand", "The same again.", f"from {other.number}"):
        assert words in page
    merged = text(district, f"/incidents/{other.pk}/")
    assert "Goes on in" in merged
    assert incident.number in merged


def test_a_corrected_note_is_struck_and_named_and_the_correction_points_at_it(district: District) -> None:
    incident = known(district)
    wrong = notes.add(incident, actor=district.dispatcher, text="Door B2", at=NOON)
    notes.correct(wrong, actor=district.dispatcher, text="Door B3", at=NOON)
    for path in places(incident):
        page = text(district, path)
        assert 'Corrected</b> <s class="written">Door B2</s>' in page
        assert f'href="#n-{wrong.pk}"' in page
        assert "Door B3" in page


def test_the_officers_who_were_sent_read_and_write_and_others_do_not(district: District, neighbor: District) -> None:
    incident = known(district)
    arrived(district, incident)
    mine = signed_in(district.officer(district.cit_officer))
    strangers = [district.officer(district.other_officer), neighbor.dispatcher]
    for path in places(incident):
        page = mine.get(path).content.decode()
        assert "Do not block the exit" in page
        assert 'name="text"' in page
        assert "/split/" not in page
        assert [signed_in(who).get(path).status_code for who in strangers] == [404, 404]


def test_a_program_reads_the_same_people_without_names(district: District) -> None:
    incident = known(district)
    body = signed_in(district.dispatcher).get(f"/api/v1/incidents/{incident.pk}/").content.decode()
    assert "Lee Example" not in body


def test_page_and_panel_ask_at_most_twenty_statements_however_long_the_timeline(district: District) -> None:
    incident = known(district)
    desk = signed_in(district.dispatcher)
    # The first look is kept, and the later ones find it.
    desk.get(places(incident)[0])
    for path in places(incident):
        counts = []
        for lines in (5, 60):
            for number in range(lines):
                at = NOON + timedelta(minutes=lines + number)
                notes.add(incident, actor=district.dispatcher, text=f"{path} {lines} {number}", at=at)
            with CaptureQueriesContext(connection) as found:
                assert desk.get(path).status_code == 200
            counts.append(len(found))
        assert counts[0] == counts[1] <= 20


def test_the_priority_that_holds_is_shown_with_what_set_it(district: District) -> None:
    incident = known(district)
    desk = {"actor": district.dispatcher, "expected_version": None, "at": NOON}
    assessments.assess(incident, answers=CALM, **desk)
    add(district, incident, nature="suicide_attempt")
    page = text(district, f"/incidents/{incident.pk}/")
    assert "P1 Life threat now" in page
    assert "call 26-0002" in page
