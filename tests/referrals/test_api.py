"""The referral API: the same rules as the pages, as JSON."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from core.actors import Actor
from core.models import Event
from referrals.models import ContactAttempt, Referral, ReferralTeam, TeamMember
from referrals.selectors.disclosed import FIELDS
from referrals.services import endings
from tests.cast import NOON, District, counselors, filed
from tests.referrals.people import REACHED, SECRETS, Loop, around, signed_in

API = "/api/v1"
COMPLETE = {"move": "complete", "outcome": "services_received", "outcome_on": "2026-03-04"}
SENDERS_KEYS = {
    *("id", "number", "status", "version", "actions"),
    *("requested_at", "acknowledged_at", "first_contact_at", "ended_at", "sender_acknowledged_at"),
}


@pytest.fixture
def loop(district: District) -> Loop:
    """A referral just sent."""
    return around(district)


def post(actor: Actor, path: str, body: object, **headers: str) -> Any:
    """What the API answers this person."""
    return signed_in(actor).post(f"{API}{path}", json.dumps(body), content_type="application/json", headers=headers)


def get(actor: Actor, path: str) -> Any:
    """What the API answers this person."""
    return signed_in(actor).get(f"{API}{path}")


def make_a_move(loop: Loop, actor: Actor, **body: object) -> Any:
    """One move on the referral as it is now, unless the body names a version."""
    return post(actor, f"/referrals/{loop.referral.pk}/moves/", {"version": loop.now().version, **body})


def test_a_referral_sent_twice_with_one_key_is_one_referral(district: District) -> None:
    team, _people = counselors(district, "Marigold")
    author, record = district.officer(district.cit_officer), filed(district)
    body, key = {"team": str(team.pk), "urgency": "urgent"}, str(uuid4())
    answers = [post(author, f"/records/{record.pk}/referrals/", body, idempotency_key=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert str(Referral.objects.get().client_key) == key


def test_the_same_key_for_another_team_is_refused_and_the_first_referral_stands(district: District) -> None:
    first, common = counselors(district, "Marigold")[0], {"agency": district.campus.agency}
    second = ReferralTeam.objects.create(name="Social work", kind="social_worker", campus=district.campus, **common)
    TeamMember.objects.create(team=second, user=first.members.get().user, **common)
    author, record, key = district.officer(district.cit_officer), filed(district), str(uuid4())
    for team, code in ((first, 201), (second, 422)):
        body = {"team": str(team.pk), "urgency": "urgent"}
        assert post(author, f"/records/{record.pk}/referrals/", body, idempotency_key=key).status_code == code
    assert Referral.objects.get().team_id == first.pk


@pytest.mark.parametrize("headers", [{}, {"idempotency_key": "no key"}])
def test_a_referral_without_a_usable_key_is_not_made(headers: dict[str, str], district: District) -> None:
    team, _people = counselors(district, "Marigold")
    author, record = district.officer(district.cit_officer), filed(district)
    body = {"team": str(team.pk), "urgency": "urgent", "client_key": str(uuid4())}
    assert post(author, f"/records/{record.pk}/referrals/", body, **headers).status_code == 400
    assert not Referral.objects.exists()


@pytest.mark.parametrize("body", [[], {}, {"urgency": "urgent"}, {"team": "x", "urgency": "urgent"}])
def test_a_body_that_says_too_little_is_a_bad_request(body: object, district: District) -> None:
    counselors(district, "Marigold")
    author, record = district.officer(district.cit_officer), filed(district)
    answer = post(author, f"/records/{record.pk}/referrals/", body, idempotency_key=str(uuid4()))
    assert answer.status_code == 400
    assert not Referral.objects.exists()


def test_only_the_author_refers(district: District, neighbor: District) -> None:
    team, _people = counselors(district, "Marigold")
    record, body = filed(district), {"team": str(team.pk), "urgency": "urgent"}
    for actor, status in (
        (district.supervisor, 403),
        (district.dispatcher, 404),
        (neighbor.officer(neighbor.cit_officer), 404),
    ):
        answer = post(actor, f"/records/{record.pk}/referrals/", body, idempotency_key=str(uuid4()))
        assert answer.status_code == status
    assert not Referral.objects.exists()


def test_the_loop_is_closed_over_the_api(loop: Loop) -> None:
    assert make_a_move(loop, loop.counselor, move="acknowledge").json()["owner"] == "Marigold"
    logged = post(loop.counselor, f"/referrals/{loop.referral.pk}/contacts/", REACHED)
    assert (logged.status_code, logged.json()["attempts"][0]["note"]) == (201, REACHED["note"])
    assert make_a_move(loop, loop.counselor, **COMPLETE).json()["status"] == "completed"
    assert make_a_move(loop, loop.sender, move="acknowledge_feedback").json()["actions"] == []
    assert make_a_move(loop, loop.director, move="record_next_step", next_step="none").json()["loop_closed_at"]


def test_a_recipient_reads_exactly_what_was_shared(loop: Loop) -> None:
    answer = get(loop.counselor, f"/referrals/{loop.referral.pk}/").json()
    assert [line["key"] for line in answer["shared"]] == list(FIELDS)
    assert set(FIELDS) == set(loop.referral.snapshots.get().payload)
    assert answer["actions"] == ["acknowledge", "decline"]


def test_the_sender_reads_dates_and_the_class_of_the_status_and_no_more(loop: Loop) -> None:
    loop.completed()
    one = get(loop.sender, f"/referrals/{loop.referral.pk}/")
    listed = get(loop.sender, "/referrals/")
    moved = make_a_move(loop, loop.sender, move="acknowledge_feedback")
    assert set(one.json()) == set(listed.json()["results"][0]) == set(moved.json()) == SENDERS_KEYS
    assert one.json()["status"] == "closed"
    for answer in (one, listed, moved):
        assert [word for word in (*SECRETS, "note") if word in answer.content.decode()] == []


def test_a_refusal_tells_the_sender_the_class_of_the_status_only(loop: Loop) -> None:
    endings.decline(loop.referral, actor=loop.counselor, expected_version=1, decline_reason="family_declined", at=NOON)
    for body in ({"move": "recall", "recall_reason": "recalled"}, {"move": "acknowledge_feedback"}):
        answer = make_a_move(loop, loop.sender, **body, version=1)
        assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
        assert [word for word in SECRETS if word in answer.content.decode()] == []


def test_others_find_no_such_referral(loop: Loop, neighbor: District) -> None:
    events = Event.objects.count()
    for stranger in (
        loop.outsider,
        loop.district.dispatcher,
        loop.district.officer(loop.district.other_officer),
        neighbor.officer(neighbor.cit_officer),
    ):
        assert get(stranger, f"/referrals/{loop.referral.pk}/").status_code == 404
        assert make_a_move(loop, stranger, move="acknowledge").status_code == 404
        assert post(stranger, f"/referrals/{loop.referral.pk}/contacts/", REACHED).status_code == 404
    assert get(neighbor.officer(neighbor.cit_officer), "/referrals/").json()["results"] == []
    assert get(loop.district.dispatcher, "/referrals/").status_code == 403
    assert Event.objects.count() == events


def test_who_sees_the_referral_but_may_not_move_it_is_refused(loop: Loop) -> None:
    for actor in (loop.sender, loop.director):
        assert make_a_move(loop, actor, move="acknowledge").status_code == 403
        assert post(actor, f"/referrals/{loop.referral.pk}/contacts/", REACHED).status_code == 403
    assert loop.now().status == "requested"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"move": "acknowledge", "version": 99}, 409),
        ({"move": "acknowledge", "version": None}, 400),
        ({"move": "start"}, 400),
        ({"move": "decline"}, 400),
        ({"move": "decline", "decline_reason": "tired"}, 400),
        (COMPLETE, 403),
        ({"move": "acknowledge", "status": "completed", "owner": "Gypsum"}, 200),
    ],
)
def test_each_body_is_answered_by_its_own_status(body: dict[str, object], status: int, loop: Loop) -> None:
    events = Event.objects.count()
    assert make_a_move(loop, loop.counselor, **body).status_code == status
    assert loop.now().status == ("acknowledged" if status == 200 else "requested")
    assert Event.objects.count() == events + (status == 200)


def test_an_attempt_with_a_note_too_long_is_not_kept(loop: Loop) -> None:
    loop.acknowledged()
    answer = post(loop.counselor, f"/referrals/{loop.referral.pk}/contacts/", {**REACHED, "note": "x" * 2001})
    assert answer.status_code == 400
    assert not ContactAttempt.objects.exists()


def test_nobody_is_answered_without_a_log_in_or_without_the_token(loop: Loop) -> None:
    assert Client().get(f"{API}/referrals/").status_code == 401
    careful = Client(enforce_csrf_checks=True)
    careful.cookies = signed_in(loop.counselor).cookies
    answer: HttpResponse = careful.post(
        f"{API}/referrals/{loop.referral.pk}/moves/",
        {"move": "acknowledge", "version": 1},
        content_type="application/json",
    )
    assert answer.status_code == 403
    assert loop.now().status == "requested"


@pytest.mark.parametrize("query", ["?colour=red", "?tab=all", "?page=0"])
def test_an_unknown_filter_is_a_bad_request(query: str, loop: Loop) -> None:
    assert get(loop.counselor, f"/referrals/{query}").status_code == 400
