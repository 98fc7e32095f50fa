"""Writing, comparing, approving and returning through the pages and the API: nothing typed is lost."""

from datetime import timedelta
from typing import Any

from core import clock
from incidents.models import Person, ResponsePlan, Subject
from incidents.selectors import plans_of_care as selector
from incidents.services import plans_of_care
from tests.cast import District, log_call
from tests.incidents.care.plans import draft, in_force, second, stored, today, waiting, words
from tests.incidents.desk import send_json, signed_in


def form(**changes: Any) -> dict[str, str]:
    """A plan as the browser sends it."""
    return {
        "version": "1",
        "caution": "Exit free",
        "helps-0-technique": "quiet_room",
        "helps-0-text": "",
        "helps-1-technique": "",
        "helps-1-text": "Headphones",
        "helps-2-technique": "",
        "helps-2-text": " ",
        "contacts-0-name": "Aide",
        "contacts-0-phone": "555-0101",
        **changes,
    }


def test_a_plan_is_written_handed_in_read_approved_and_followed(district: District) -> None:
    writer, other = signed_in(district.supervisor), signed_in(second(district))
    begun = writer.post("/response-plans/new/", {"student_number": "S-77", "campus": str(district.campus.pk)})
    plan = ResponsePlan.objects.get()
    assert begun["Location"] == f"/response-plans/{plan.pk}/edit/"
    path = f"/response-plans/{plan.pk}/"
    saved = writer.post(f"{path}edit/", form(submit="1"))
    assert (saved.status_code, saved["Location"]) == (303, path)
    plan.refresh_from_db()
    assert (plan.status, plan.version) == ("submitted", 3)
    assert plan.content["helps"][1] == {"technique": "", "text": "Headphones"}
    assert len(plan.content["helps"]) == 2
    until = (today() + timedelta(days=30)).isoformat()
    assert other.post(path, {"expires_on": until, "version": 3}).status_code == 422
    assert other.post(f"{path}open/", {"reason": "approval"}).status_code == 303
    assert "Valid until" in other.get(path).content.decode()
    assert other.post(path, {"expires_on": "2020-01-01", "version": 3}).status_code == 422
    assert other.post(path, {"expires_on": until, "version": 2}).status_code == 409
    assert other.post(path, {"expires_on": until, "version": 3}).status_code == 303
    incident = log_call(district).incident
    Subject.objects.create(agency=district.campus.agency, incident=incident, role="student", student_number="S-77")
    read = signed_in(district.dispatcher)
    assert "Exit free" in read.get(f"/incidents/{incident.pk}/").content.decode()
    assert other.post(f"{path}end/").status_code == 303
    assert "Exit free" not in read.get(f"/incidents/{incident.pk}/").content.decode()


def test_a_mistake_comes_back_with_everything_that_was_typed(district: District) -> None:
    plan = draft(district)
    given = form(version=str(plan.version), **{"safety-0-category": "flight", "safety-0-on": "yesterday"})
    refused = signed_in(district.supervisor).post(f"/response-plans/{plan.pk}/edit/", given)
    page = refused.content.decode()
    assert refused.status_code == 422
    for typed in ("Headphones", "555-0101", 'value="yesterday"', "Safety concerns, row 1: Write the day"):
        assert typed in page
    plan.refresh_from_db()
    assert plan.content["caution"] == "Do not block the exit"


def test_more_rows_are_drawn_without_saving(district: District) -> None:
    plan = draft(district)
    client, path = signed_in(district.supervisor), f"/response-plans/{plan.pk}/edit/"
    given = form(version=str(plan.version), more="helps", **{"helps-2-text": "Music", "helps-3-text": "Water"})
    drawn = client.post(path, given)
    page = drawn.content.decode()
    assert (drawn.status_code, page.count('aria-label="What helps ')) == (200, 6)
    assert "Water" in page
    assert "Nothing was saved yet." in page
    plan.refresh_from_db()
    assert len(plan.content["helps"]) == 2


def test_a_draft_with_gaps_is_saved_and_says_what_is_missing_when_handed_in(district: District) -> None:
    plan = plans_of_care.begin("S-77", actor=district.supervisor)
    client, path = signed_in(district.supervisor), f"/response-plans/{plan.pk}/edit/"
    answer = client.post(path, {"version": "1", "caution": "Wait", "submit": "1"}, follow=True)
    assert "Say at least one thing that helps." in answer.content.decode()
    plan.refresh_from_db()
    assert (plan.status, plan.content["caution"]) == ("draft", "Wait")


def test_what_changed_is_said_beside_the_approved_version(district: District) -> None:
    in_force(district)
    newer = plans_of_care.begin("S-77", actor=district.supervisor)
    helps = [{"technique": "quiet_room", "text": ""}, {"technique": "", "text": "Music"}]
    plans_of_care.revise(newer, actor=district.supervisor, expected_version=None, **words(helps=helps, baseline=""))
    page = signed_in(district.supervisor).get(f"/response-plans/{newer.pk}/changes/").content.decode()
    for text in ("<del><b>Before</b> Headphones</del>", "<ins><b>Now</b> Music</ins>", "Quiet, likes maps."):
        assert text in page
    assert "Sirens" not in page


def test_a_supervisor_returns_it_and_the_author_reads_why(district: District) -> None:
    plan = waiting(district)
    other, path = signed_in(second(district)), f"/response-plans/{plan.pk}/"
    assert other.post(f"{path}return/", {"version": plan.version, "comment": ""}).status_code == 422
    assert other.post(f"{path}return/", {"version": plan.version, "comment": "Say who"}).status_code == 303
    assert "Say who" in signed_in(district.supervisor).get(f"{path}edit/").content.decode()
    assert signed_in(district.supervisor).post(f"{path}move/", {"move": "expire"}).status_code == 422


def test_a_program_does_what_the_pages_do(district: District, neighbor: District) -> None:
    mine, other = signed_in(district.supervisor), signed_in(second(district))
    plan = send_json(mine, "/api/v1/response-plans/", {"student_number": "S-77"}).json()
    path = f"/api/v1/response-plans/{plan['id']}/"
    assert plan["actions"] == ["revise", "submit", "withdraw", "retire"]
    put = {"version": 1, "helps": [{"text": "Quiet room"}], "caution": "Wait"}
    assert mine.put(path, {**put, "helps": [{"words": "x"}]}, content_type="application/json").status_code == 400
    assert mine.put(path, put, content_type="application/json").json()["content"]["caution"] == "Wait"
    assert send_json(mine, f"{path}moves/", {"move": "submit", "version": 2}).json()["status"] == "submitted"
    assert "content" not in other.get(path).json()
    assert send_json(other, f"{path}views/", {"reason": "approval"}).json()["content"]["caution"] == "Wait"
    assert other.get(path).json()["content"]["helps"][0]["text"] == "Quiet room"
    until = {"expires_on": (today() + timedelta(days=9)).isoformat(), "version": 3}
    assert send_json(mine, f"{path}approval/", until).status_code == 422
    assert send_json(other, f"{path}approval/", until).json()["reviewed_on"]
    assert [row["number"] for row in other.get("/api/v1/response-plans/").json()["results"]] == [1]
    assert [row["reason"] for row in other.get(f"{path}views/").json()["results"]] == ["approval", "writing"]
    assert other.get(f"{path}changes/").json()["changes"] == []
    assert send_json(other, f"{path}end/", {}).json()["status"] == "retired"
    assert signed_in(neighbor.supervisor).get(path).status_code == 404
    assert send_json(signed_in(district.dispatcher), "/api/v1/response-plans/", {}).status_code == 403


def test_a_plan_follows_the_person_whatever_number_dispatch_knows(district: District) -> None:
    agency = district.campus.agency
    kept = Person.objects.create(agency=agency, given_name="Lee", family_name="Example", student_number="S-77")
    plan = in_force(district)
    assert plan.person == kept
    incident = log_call(district).incident
    unnamed = Subject.objects.create(agency=agency, incident=incident, role="student", person=kept)
    assert selector.guidance([unnamed], today())[str(kept.pk)].plan == plan.pk
    grown = Person.objects.create(agency=agency, given_name="Kim", family_name="Sample")
    own = plans_of_care.begin("", actor=district.supervisor, person=grown)
    assert (own.student_number, own.person) == ("", grown)
    absorbed = Person.objects.create(agency=agency, given_name="Kim", merged_into=grown)
    old = stored(district, "", person=absorbed, approved_at=clock.now())
    met = Subject.objects.create(agency=agency, incident=incident, role="parent", person=grown)
    assert selector.guidance([met], today())[str(grown.pk)].plan == old.pk
