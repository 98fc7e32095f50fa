"""The pages of versions: written, changed, walked through, tried, approved, put in use, and refused with words."""

import json
from collections.abc import Callable
from typing import Any

from incidents.models import Answer, Script
from incidents.scripting.typed import pretty
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import CALM, District, log_call, person
from tests.incidents.desk import post, signed_in
from tests.incidents.scripts.conftest import begun, question

InUse = Callable[[dict[str, Any]], Script]


def test_a_version_runs_from_its_draft_to_its_use_through_the_pages(
    district: District, content: dict[str, Any]
) -> None:
    writer = signed_in(district.supervisor)
    other = signed_in(actor_of(person(district.campus.agency, "Quartz", Role.SUPERVISOR)))
    begun_at = writer.post("/script/", {"title": "Winter", "based_on": "1"})["Location"]
    row = Script.objects.get()
    assert begun_at == f"/script/{row.pk}/"
    question(content, "q04")["text"]["en"] = "Any weapon at all?"
    saved = post(writer, f"{begun_at}edit/", row, title="Winter", content=pretty(content))
    assert saved.status_code == 303
    row.refresh_from_db()
    assert post(other, f"{begun_at}trial/", row)["Location"] == begun_at
    for move in ("approve", "activate"):
        row.refresh_from_db()
        assert post(other, f"{begun_at}move/", row, move=move)["Location"] == begun_at
    incident = log_call(district).incident
    page = signed_in(district.dispatcher).get(f"/incidents/{incident.pk}/assess/").content.decode()
    assert "Any weapon at all?" in page


def test_every_mistake_of_a_draft_is_shown_and_what_was_typed_stays(
    district: District, content: dict[str, Any]
) -> None:
    row = begun(district)
    question(content, "q04").pop("text")
    question(content, "q18")["answers"][0]["letter"] = "U"
    text = pretty(content)
    answer = post(signed_in(district.supervisor), f"/script/{row.pk}/edit/", row, title="Mine", content=text)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "q04: “text” is missing." in page
    assert "q18: A key is one capital letter" in page
    assert "not_awake_or_breathing" in page
    assert Script.objects.get().version == row.version


def test_text_that_is_no_json_is_refused_with_its_line_and_kept(district: District) -> None:
    row = begun(district)
    typed = '{\n "format": 1,,\n}'
    answer = post(signed_in(district.supervisor), f"/script/{row.pk}/edit/", row, title="Mine", content=typed)
    assert answer.status_code == 422
    assert "line 2, column 14" in answer.content.decode()
    assert "1,," in answer.content.decode()


def test_one_question_is_changed_in_a_form_of_its_own(district: District) -> None:
    row, desk = begun(district), signed_in(district.supervisor)
    path = f"/script/{row.pk}/questions/q18/"
    assert "May officers come quietly" in desk.get(path).content.decode()
    words = {"topic_en": "Quiet", "text_en": "Quietly?", "a0_en": "Yes, quietly", "a1_en": "No", "a1_floor": "p3"}
    typed = {**words, "a0_letter": "q", "a1_letter": "L", "a1_responders": ["second_unit", "nurse"]}
    assert post(desk, path, row, **typed)["Location"] == f"/script/{row.pk}/"
    kept = question(Script.objects.get().content, "q18")
    assert kept["text"] == {"en": "Quietly?"}
    assert kept["answers"][0] == {"value": "quiet_yes", "label": {"en": "Yes, quietly"}, "letter": "Q"}
    assert kept["answers"][1]["responders"] == ["second_unit", "nurse"]
    assert kept["answers"][1]["floor"] == "p3"


def test_a_question_that_would_make_the_script_unsafe_is_refused_beside_its_form(district: District) -> None:
    row, desk = begun(district), signed_in(district.supervisor)
    asked = question(row.content, "q06")
    typed: dict[str, Any] = {"topic_en": "Others", "text_en": "Others?"}
    for place, answer in enumerate(asked["answers"]):
        typed |= {f"a{place}_en": answer["value"], f"a{place}_letter": answer["letter"], f"a{place}_floor": ""}
    answer = post(desk, f"/script/{row.pk}/questions/q06/", row, **typed)
    assert answer.status_code == 422
    assert "one that means P1" in answer.content.decode()
    assert desk.get(f"/script/{row.pk}/questions/q99/").status_code == 404


def test_the_writer_is_told_that_another_supervisor_must_approve(district: District) -> None:
    row, desk = begun(district), signed_in(district.supervisor)
    assert "another supervisor must approve" in desk.get(f"/script/{row.pk}/").content.decode()
    answer = post(desk, f"/script/{row.pk}/move/", row, move="approve")
    assert answer.status_code == 422
    assert "another supervisor must approve" in answer.content.decode()
    assert Script.objects.get().status == "draft"


def test_a_move_that_nobody_knows_is_refused_with_a_page(district: District) -> None:
    row = begun(district)
    assert post(signed_in(district.supervisor), f"/script/{row.pk}/move/", row, move="explode").status_code == 422


def test_a_walk_through_shows_the_branch_and_the_result_and_keeps_nothing(district: District) -> None:
    row, desk = begun(district), signed_in(district.dispatcher)
    typed = {"nature": "suicidal_ideation", **CALM, "q05": "talks_about"}
    page = desk.post(f"/script/{row.pk}/preview/", typed).content.decode()
    assert "P3 Prompt" in page
    assert 'class="ask field off" data-q="q04a"' in page
    assert 'class="ask field" data-q="q05a"' in page
    assert not Answer.objects.exists()


def test_a_walk_through_in_pieces_answers_the_piece_alone(district: District) -> None:
    row, desk = begun(district), signed_in(district.dispatcher)
    piece = desk.post(f"/script/{row.pk}/preview/", {"q04": "in_hand"}, headers={"HX-Request": "true"})
    assert b"<html" not in piece.content
    assert b"P1 Life threat now" in piece.content


def test_the_dry_run_page_names_what_changes(district: District, content: dict[str, Any]) -> None:
    question(content, "q07")["answers"][2]["floor"] = "p2"
    row = begun(district, content)
    page = signed_in(district.supervisor).get(f"/script/{row.pk}/trial/").content.decode()
    assert "Where and with whom: Alone" in page
    assert "come out the same" in page


def test_a_dispatcher_reads_the_script_and_changes_nothing(district: District) -> None:
    row, desk = begun(district), signed_in(district.dispatcher)
    assert desk.get("/script/").status_code == 200
    assert "Begin a draft" not in desk.get("/script/").content.decode()
    assert desk.get(f"/script/{row.pk}/").status_code == 200
    for path in ("edit/", "trial/", "questions/q04/"):
        assert desk.get(f"/script/{row.pk}/{path}").status_code == 403
    assert desk.post("/script/", {"title": "Mine", "based_on": "1"}).status_code == 403
    assert post(desk, f"/script/{row.pk}/move/", row, move="approve").status_code == 403
    assert Script.objects.count() == 1


def test_an_officer_and_a_stranger_see_no_script(district: District, neighbor: District) -> None:
    row = begun(district)
    for actor in (district.officer(district.cit_officer), neighbor.supervisor):
        assert signed_in(actor).get(f"/script/{row.pk}/").status_code == 404
    assert signed_in(district.officer(district.cit_officer)).get("/script/").status_code == 403


def test_the_api_writes_tries_and_reads_a_version(district: District, content: dict[str, Any]) -> None:
    desk = signed_in(district.supervisor)
    other = signed_in(actor_of(person(district.campus.agency, "Quartz", Role.SUPERVISOR)))

    def send(client: Any, method: str, path: str, body: dict[str, Any]) -> Any:
        return client.generic(method, f"/api/v1/script/{path}", json.dumps(body), content_type="application/json")

    made = send(desk, "POST", "", {"title": "Winter"}).json()
    assert (made["number"], made["actions"]) == (2, ["revise", "try", "approve", "retire"])
    here = f"{made['id']}/"
    question(content, "q07")["answers"][2]["floor"] = "p2"
    saved = send(desk, "PUT", here, {"title": "Winter", "content": content, "version": 1})
    assert (saved.status_code, saved.json()["version"]) == (200, 2)
    assert len(desk.get(f"/api/v1/script/{here}trial/").json()["changes"]) == 1
    own = send(desk, "POST", f"{here}moves/", {"move": "approve", "version": 2})
    assert (own.status_code, own.json()["code"]) == (422, "broken_rule")
    for number, move in enumerate(("try", "approve", "activate"), start=2):
        assert send(other, "POST", f"{here}moves/", {"move": move, "version": number}).status_code == 200
    now = signed_in(district.dispatcher).get("/api/v1/script/now/").json()
    assert (now["number"], now["content"]) == (2, content)


def test_the_api_refuses_a_draft_with_mistakes_and_says_which(district: District, content: dict[str, Any]) -> None:
    row, desk = begun(district), signed_in(district.supervisor)
    content.pop("levels")
    body = json.dumps({"title": "Mine", "content": content, "version": 1})
    answer = desk.put(f"/api/v1/script/{row.pk}/", body, content_type="application/json")
    assert answer.status_code == 422
    assert "levels" in json.dumps(answer.json())
