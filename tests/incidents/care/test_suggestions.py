"""What an officer learned on scene comes back to the plan, once, and is answered."""

from uuid import uuid4

import pytest

from core.errors import BrokenRule, Conflict, Forbidden, NotFound
from core.models import Event
from incidents.models import PlanSuggestion
from incidents.selectors import plans_kept
from incidents.services import assignments, care, plans_of_care
from tests.cast import District, arrived
from tests.incidents.care.plans import in_force, met, stored
from tests.incidents.desk import send_json, signed_in

LEARNED = "Counting the tiles together"


def test_an_officer_suggests_also_after_leaving_and_a_repeat_finds_the_first(district: District) -> None:
    plan, incident = stored(district), met(district).incident
    me, key = district.officer(district.cit_officer), uuid4()
    with pytest.raises(Forbidden):
        care.suggest(plan, actor=me, kind="helps", text=LEARNED, client_key=key)
    part = arrived(district, incident)
    first = care.suggest(plan, actor=me, kind="helps", text=LEARNED, client_key=key)
    assignments.clear(part, actor=me, expected_version=None)
    assert plans_kept.to_suggest(me, plan.pk) == plan
    assert care.suggest(plan, actor=me, kind="helps", text=LEARNED, client_key=key) == first
    with pytest.raises(Conflict, match="another suggestion"):
        care.suggest(plan, actor=me, kind="avoid", text=LEARNED, client_key=key)
    assert PlanSuggestion.objects.count() == Event.objects.filter(type="plan_suggestion.made").count() == 1
    with pytest.raises(NotFound):
        plans_kept.to_suggest(district.officer(district.other_officer), plan.pk)


@pytest.mark.parametrize(("kind", "text"), [("rumor", "x"), ("helps", "  "), ("helps", "x" * 401), ("avoid", "a\x07")])
def test_a_suggestion_says_what_it_is_about_and_can_be_read(district: District, kind: str, text: str) -> None:
    with pytest.raises(BrokenRule):
        care.suggest(stored(district), actor=district.supervisor, kind=kind, text=text, client_key=uuid4())
    assert not PlanSuggestion.objects.exists()


def test_accepted_ones_are_carried_into_the_next_draft_each_once(district: District) -> None:
    plan = in_force(district)
    for kind, text in (("trigger", "Bells"), ("helps", LEARNED), ("avoid", "Crowds"), ("other", "Call early")):
        made = care.suggest(plan, actor=district.supervisor, kind=kind, text=text, client_key=uuid4())
        care.accept(made, actor=district.supervisor, expected_version=made.version)
    newer = plans_of_care.begin("S-77", actor=district.supervisor)
    content = newer.content
    assert [row["text"] for row in content["triggers"]] == ["Bells"]
    assert content["helps"][-1] == {"technique": "", "text": LEARNED}
    assert content["avoid"][-1]["text"] == "Crowds"
    assert content["strategies"][-1]["text"] == "Call early"
    assert set(PlanSuggestion.objects.values_list("carried_into", flat=True)) == {newer.pk}
    plans_of_care.withdraw(newer, actor=district.supervisor, expected_version=None)
    again = plans_of_care.begin("S-77", actor=district.supervisor)
    assert [row["text"] for row in again.content["triggers"]] == ["Bells"]


def test_a_declined_one_says_why_and_is_answered_once(district: District) -> None:
    made = care.suggest(stored(district), actor=district.supervisor, kind="helps", text="x", client_key=uuid4())
    with pytest.raises(BrokenRule, match="why not"):
        care.decline(made, actor=district.supervisor, expected_version=None)
    with pytest.raises(Forbidden):
        care.accept(made, actor=district.officer(district.other_officer), expected_version=None)
    care.decline(made, actor=district.supervisor, expected_version=None, reply="It was tried in May")
    with pytest.raises(Conflict):
        care.accept(made, actor=district.supervisor, expected_version=None)
    made.refresh_from_db()
    assert (made.status, made.reply) == ("declined", "It was tried in May")


def test_the_inbox_answers_and_a_refusal_keeps_what_was_typed(district: District) -> None:
    plan = stored(district)
    made = care.suggest(plan, actor=district.supervisor, kind="helps", text=LEARNED, client_key=uuid4())
    client, path = signed_in(district.supervisor), f"/plan-suggestions/{made.pk}/"
    assert LEARNED in client.get("/response-plans/suggestions/").content.decode()
    assert client.post(f"{path}decline/", {"version": 1, "reply": " "}).status_code == 422
    stale = client.post(f"{path}accept/", {"version": 7, "reply": "Thank you"})
    assert stale.status_code == 409
    assert "Thank you" in stale.content.decode()
    assert client.post(f"{path}accept/", {"version": 1, "reply": "Thank you"}).status_code == 303
    assert "It goes into the next version." in client.get("/response-plans/suggestions/").content.decode()
    officer = signed_in(district.officer(district.other_officer))
    assert LEARNED not in officer.get("/response-plans/suggestions/").content.decode()
    assert officer.post(f"{path}accept/", {"version": 2}).status_code == 404


def test_a_suggestion_is_made_on_the_page_and_over_http(district: District) -> None:
    plan = stored(district)
    client = signed_in(district.supervisor)
    page = f"/response-plans/{plan.pk}/suggest/"
    assert client.get(page).status_code == 200
    assert client.post(page, {"kind": "", "text": LEARNED, "client_key": str(uuid4())}).status_code == 422
    assert client.post(page, {"kind": "helps", "text": LEARNED, "client_key": str(uuid4())}).status_code == 303
    body = {"kind": "avoid", "text": "Crowds", "client_key": str(uuid4())}
    made = send_json(client, f"/api/v1/response-plans/{plan.pk}/suggestions/", body)
    assert (made.status_code, made.json()["actions"]) == (201, ["accept", "decline"])
    move = {"move": "decline", "version": 1, "reply": "No"}
    done = send_json(client, f"/api/v1/plan-suggestions/{made.json()['id']}/moves/", move)
    assert done.json()["status"] == "declined"
    assert len(client.get("/api/v1/plan-suggestions/").json()["results"]) == 2
