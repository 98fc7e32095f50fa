"""The referral pages: what each person finds there, what they may do, and what they never read."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import outbox
from core.actors import Actor
from core.models import Event
from incidents.models import DeescalationRecord
from notifications.models import Delivery
from officers.models import User
from officers.roles import Role
from officers.selectors import actor_of
from referrals import selectors
from referrals.models import ContactAttempt, Referral
from referrals.services import endings
from referrals.sharing import counselor_payload
from tests.cast import NOON, District, counselors, filed, person
from tests.referrals.people import COMPLETED, REACHED, SECRETS, Loop, around, signed_in

MOVED_AWAY = {"outcome": "moved_withdrawn", "outcome_on": NOON.date()}
MOVE_PAGES = ("contact", "complete", "fail", "decline", "recall", "next-step")


@pytest.fixture
def loop(district: District) -> Loop:
    """A referral just sent."""
    return around(district)


def page(loop: Loop, tail: str = "") -> str:
    """The address of the referral."""
    return f"/referrals/{loop.referral.pk}/{tail}"


# --- sending ---------------------------------------------------------------------------------------------------------


def test_the_author_sees_what_is_shared_chooses_a_team_and_lands_on_the_referral(district: District) -> None:
    team, _people = counselors(district, "Marigold")
    record = filed(district)
    author = signed_in(district.officer(district.cit_officer))
    address = f"/records/{record.pk}/refer/"
    shown = author.get(address)
    assert [line["key"] for line in shown.context["preview"]] == list(counselor_payload(record))
    typed = {"client_key": shown.context["form"]["client_key"].value(), "team": team.pk, "urgency": "urgent"}
    answer = author.post(address, typed)
    sent = Referral.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/referrals/{sent.pk}/")
    assert author.post(address, typed)["Location"] == answer["Location"]
    assert Referral.objects.count() == 1
    assert sent.number in author.get(address).content.decode()


def test_a_form_sent_half_filled_keeps_what_was_typed_and_sends_nothing(district: District) -> None:
    team, _people = counselors(district, "Marigold")
    record = filed(district)
    author = signed_in(district.officer(district.cit_officer))
    key = str(uuid4())
    answer = author.post(f"/records/{record.pk}/refer/", {"client_key": key, "team": team.pk})
    assert answer.status_code == 422
    assert answer.context["form"]["client_key"].value() == key
    assert f'value="{team.pk}"' in answer.content.decode().split("checked")[0]
    assert not Referral.objects.exists()


def test_only_the_author_refers_and_only_from_a_filed_report(district: District, neighbor: District) -> None:
    counselors(district, "Marigold")
    record = filed(district)
    address = f"/records/{record.pk}/refer/"
    assert signed_in(district.supervisor).get(address).status_code == 403
    assert signed_in(district.officer(district.other_officer)).get(address).status_code == 404
    assert signed_in(district.dispatcher).get(address).status_code == 404
    assert signed_in(neighbor.officer(neighbor.cit_officer)).get(address).status_code == 404
    assert not Referral.objects.exists()


def test_a_draft_cannot_be_referred_from(district: District) -> None:
    team, _people = counselors(district, "Marigold")
    record = filed(district)
    DeescalationRecord.objects.filter(pk=record.pk).update(status="draft")
    author = signed_in(district.officer(district.cit_officer))
    address = f"/records/{record.pk}/refer/"
    assert author.get(address).context["preview"] == []
    assert author.post(address, {"client_key": uuid4(), "team": team.pk, "urgency": "stat"}).status_code == 422
    assert not Referral.objects.exists()


def test_a_team_of_another_agency_is_not_a_choice(district: District, neighbor: District) -> None:
    counselors(district, "Marigold")
    foreign, _people = counselors(neighbor, "Feather")
    record = filed(district)
    author = signed_in(district.officer(district.cit_officer))
    typed = {"client_key": uuid4(), "team": foreign.pk, "urgency": "stat"}
    assert author.post(f"/records/{record.pk}/refer/", typed).status_code == 422
    assert not Referral.objects.exists()


# --- reading ---------------------------------------------------------------------------------------------------------


def test_recipient_and_director_read_what_was_shared_with_attempts_and_notes(loop: Loop) -> None:
    loop.completed()
    for reader in (loop.counselor, loop.director):
        text = signed_in(reader).get(page(loop)).content.decode()
        for shared in ("Agave High School", "Grade 10", "Crying / hopeless", "Kestrel asked", "Services received"):
            assert shared in text


def test_the_sender_reads_the_class_of_the_status(loop: Loop) -> None:
    sender = signed_in(loop.sender)
    for step, word in ((loop.now, "Waiting"), (loop.acknowledged, "Acknowledged")):
        step()
        shown = sender.get(page(loop))
        assert shown.context["pill"]["label"] == word
        assert "situation" not in shown.context


@pytest.mark.parametrize("address", ["detail", "/referrals/", "/referrals/?tab=sent"])
def test_the_sender_finds_no_word_of_note_outcome_or_owner(address: str, loop: Loop) -> None:
    loop.completed()
    answer = signed_in(loop.sender).get(page(loop) if address == "detail" else address)
    main = answer.content.decode().split("<main", 1)[1]
    assert "Closed" in main
    assert [word for word in SECRETS if word in main] == []


def test_others_find_no_such_referral(loop: Loop, neighbor: District) -> None:
    strangers = [
        loop.outsider,
        loop.district.dispatcher,
        loop.district.supervisor,
        loop.district.officer(loop.district.other_officer),
        neighbor.officer(neighbor.cit_officer),
        actor_of(person(neighbor.campus.agency, "Flint", Role.DIRECTOR)),
    ]
    events = Event.objects.count()
    for stranger in strangers:
        client = signed_in(stranger)
        for tail in ("", *(f"{name}/" for name in MOVE_PAGES)):
            assert client.get(page(loop, tail)).status_code == 404
            if tail:
                assert client.post(page(loop, tail)).status_code == 404
        assert client.post(page(loop, "move/"), {"move": "acknowledge", "version": 1}).status_code == 404
    assert Event.objects.count() == events


@pytest.mark.django_db(transaction=True)
def test_an_altered_snapshot_is_refused_and_reported(
    loop: Loop, as_administrator: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    as_administrator(
        "SET session_replication_role = replica; "
        "UPDATE referrals_referralsnapshot SET payload = jsonb_set(payload, '{grade}', '\"g12\"')"
    )
    for reader in (loop.counselor, loop.director):
        answer = signed_in(reader).get(page(loop))
        assert answer.status_code == 500
        assert "Grade" not in answer.content.decode()
        assert "altered" in answer.content.decode()
    alarms = [record for record in caplog.records if record.levelname == "CRITICAL"]
    assert [str(loop.referral.pk) in alarm.getMessage() for alarm in alarms] == [True, True]
    assert signed_in(loop.sender).get(page(loop)).status_code == 200


# --- moving ----------------------------------------------------------------------------------------------------------


def test_the_loop_is_closed_page_by_page(loop: Loop) -> None:
    counselor, sender, director = map(signed_in, (loop.counselor, loop.sender, loop.director))
    assert press(counselor, loop, "acknowledge").status_code == 303
    assert counselor.post(page(loop, "contact/"), REACHED).status_code == 303
    ended = {**COMPLETED, "version": loop.now().version}
    assert counselor.post(page(loop, "complete/"), ended).status_code == 303
    assert press(sender, loop, "acknowledge_feedback").status_code == 303
    step = {"next_step": "none", "version": loop.now().version}
    assert director.post(page(loop, "next-step/"), step).status_code == 303
    assert loop.now().loop_closed_at is not None
    assert ContactAttempt.objects.get().note == REACHED["note"]


def test_buttons_are_the_moves_that_can_still_be_made(loop: Loop) -> None:
    loop.completed()
    assert buttons(loop.sender, loop) == ["acknowledge_feedback"]
    assert buttons(loop.counselor, loop) == []
    assert buttons(loop.director, loop) == ["record_next_step"]
    press(signed_in(loop.sender), loop, "acknowledge_feedback")
    assert buttons(loop.sender, loop) == []


def test_who_sees_the_referral_but_may_not_move_it_is_refused(loop: Loop) -> None:
    sender = signed_in(loop.sender)
    for name in ("contact", "complete", "fail", "decline", "next-step"):
        assert sender.get(page(loop, f"{name}/")).status_code == 403
        assert sender.post(page(loop, f"{name}/"), REACHED).status_code == 403
    assert press(sender, loop, "acknowledge").status_code == 403
    assert press(signed_in(loop.director), loop, "acknowledge").status_code == 403
    assert loop.now().status == "requested"


def test_the_second_to_acknowledge_is_told_on_the_page_who_has_it(loop: Loop) -> None:
    loop.acknowledged()
    answer = signed_in(loop.counselor).post(page(loop, "move/"), {"move": "acknowledge", "version": 1})
    assert answer.status_code == 409
    assert "Marigold" in answer.content.decode()


def test_a_move_that_needs_a_form_is_no_button(loop: Loop) -> None:
    answer = signed_in(loop.counselor).post(page(loop, "move/"), {"move": "decline", "version": 1})
    assert answer.status_code == 422
    assert loop.now().status == "requested"


def test_a_half_filled_attempt_keeps_its_note_and_writes_nothing(loop: Loop) -> None:
    loop.acknowledged()
    events = Event.objects.count()
    answer = signed_in(loop.counselor).post(page(loop, "contact/"), {"note": REACHED["note"], "channel": "phone"})
    assert answer.status_code == 422
    assert REACHED["note"] in answer.content.decode()
    assert (ContactAttempt.objects.count(), Event.objects.count()) == (0, events)


def test_an_outdated_form_is_refused_keeps_its_answers_and_can_be_sent_again(loop: Loop) -> None:
    loop.contacted()
    counselor = signed_in(loop.counselor)
    answer = counselor.post(page(loop, "complete/"), {**COMPLETED, "version": 1})
    assert answer.status_code == 409
    assert answer.context["form"]["outcome"].value() == "services_received"
    again = {**COMPLETED, "version": answer.context["form"]["version"].value()}
    assert counselor.post(page(loop, "complete/"), again).status_code == 303


def test_a_refused_recall_does_not_tell_the_sender_how_it_ended(loop: Loop) -> None:
    endings.decline(loop.referral, actor=loop.counselor, expected_version=1, decline_reason="family_declined", at=NOON)
    sender = signed_in(loop.sender)
    for path in ("recall/", "move/"):
        given = {"version": 1, "recall_reason": "recalled", "move": "acknowledge_feedback"}
        answer = sender.post(page(loop, path), given)
        assert answer.status_code == 409
        main = answer.content.decode().split("<main", 1)[1]
        assert "It is now: Closed" in main
        assert [word for word in SECRETS if word in main] == []


def test_a_declined_referral_tells_the_team_and_the_director_why(loop: Loop) -> None:
    counselor = signed_in(loop.counselor)
    assert counselor.post(page(loop, "decline/"), {"version": 1}).status_code == 422
    assert counselor.post(page(loop, "decline/"), {"version": 1, "decline_reason": "duplicate"}).status_code == 303
    assert "Duplicate" in signed_in(loop.director).get(page(loop)).content.decode()


def test_what_was_taken_back_is_no_longer_read_by_the_team(loop: Loop) -> None:
    given = {"version": 1, "recall_reason": "recalled"}
    assert signed_in(loop.sender).post(page(loop, "recall/"), given).status_code == 303
    assert loop.now().sender_acknowledged_at is not None
    text = signed_in(loop.counselor).get(page(loop)).content.decode()
    assert "Grade 10" not in text
    assert "Grade 10" in signed_in(loop.director).get(page(loop)).content.decode()


def test_a_form_whose_time_has_passed_leads_back_to_the_referral(loop: Loop) -> None:
    loop.completed()
    answer = signed_in(loop.counselor).get(page(loop, "complete/"))
    assert (answer.status_code, answer["Location"]) == (303, page(loop))


def test_an_outcome_cannot_lie_in_the_future(loop: Loop) -> None:
    loop.contacted()
    for name, outcome in (("complete", "services_received"), ("fail", "declined_by_guardian")):
        given = {"version": loop.now().version, "outcome": outcome, "outcome_on": "2999-01-01"}
        answer = signed_in(loop.counselor).post(page(loop, f"{name}/"), given)
        assert answer.status_code == 422
        assert "Not after today" in answer.content.decode()
    assert loop.now().status == "in_progress"


# --- lists -----------------------------------------------------------------------------------------------------------


def test_each_person_has_the_lists_of_their_part(loop: Loop, neighbor: District) -> None:
    expected = {"waiting": loop.counselor, "sent": loop.sender, "unanswered": loop.director, "all": loop.director}
    for tab, actor in expected.items():
        assert numbers(actor, f"?tab={tab}") == [loop.referral.number]
    assert numbers(loop.counselor) == numbers(loop.sender) == numbers(loop.director) == [loop.referral.number]
    for stranger in (loop.outsider, loop.district.supervisor, neighbor.officer(neighbor.cit_officer)):
        assert numbers(stranger) == []
    assert signed_in(loop.district.dispatcher).get("/referrals/").status_code == 403


def test_a_referral_moves_from_list_to_list(loop: Loop) -> None:
    loop.acknowledged()
    assert numbers(loop.counselor, "?tab=waiting") == numbers(loop.director, "?tab=unanswered") == []
    assert numbers(loop.counselor, "?tab=mine") == [loop.referral.number]


@pytest.mark.parametrize("query", ["?colour=red", "?tab=nothing", "?page=0", "?page=x", "?tab=all"])
def test_an_address_that_asks_for_something_else_is_a_bad_request(query: str, loop: Loop) -> None:
    assert signed_in(loop.counselor).get(f"/referrals/{query}").status_code == 400


def test_a_list_costs_the_same_whatever_its_length(loop: Loop) -> None:
    for actor, tab in ((loop.counselor, "waiting"), (loop.director, "all"), (loop.sender, "sent")):
        client = signed_in(actor)
        with CaptureQueriesContext(connection) as few:
            client.get(f"/referrals/?tab={tab}")
        copies(loop, 5)
        with CaptureQueriesContext(connection) as many:
            assert len(client.get(f"/referrals/?tab={tab}").context["rows"]) > 5
        assert len(many) == len(few) <= 12


def test_a_list_is_bounded(loop: Loop) -> None:
    copies(loop, 60)
    shown = signed_in(loop.counselor).get("/referrals/")
    assert len(shown.context["rows"]) == 50
    assert len(signed_in(loop.counselor).get("/referrals/?page=2").context["rows"]) == 11


def test_home_says_what_each_person_has_to_do_next(loop: Loop) -> None:
    assert [w.url for w in selectors.waiting_for(loop.counselor)] == [page(loop)]
    assert selectors.waiting_for(loop.sender) == selectors.waiting_for(loop.director) == []
    loop.acknowledged()
    assert "first contact" in str(selectors.waiting_for(loop.counselor)[0].detail)
    endings.fail(loop.now(), actor=loop.counselor, expected_version=None, at=NOON, **MOVED_AWAY)
    assert selectors.waiting_for(loop.counselor) == selectors.waiting_for(loop.outsider) == []
    (waiting,) = selectors.waiting_for(loop.sender)
    assert (waiting.status, str(waiting.status_label)) == ("closed", "Closed")
    assert len(selectors.waiting_for(loop.director)) == 1


def test_the_link_of_a_mail_leads_through_the_log_in_to_the_referral(loop: Loop) -> None:
    outbox.relay("paging")
    path = Delivery.objects.get().path
    client = Client()
    gate = client.get(path)
    assert (gate.status_code, gate["Location"]) == (302, f"{reverse('account_login')}?next={path}")
    client.force_login(User.objects.get(pk=loop.counselor.id))
    assert client.get(path).context["referral"] == loop.referral


def press(client: Client, loop: Loop, name: str) -> Any:
    """Press one of the buttons of the page as it is now."""
    return client.post(page(loop, "move/"), {"move": name, "version": loop.now().version})


def buttons(actor: Actor, loop: Loop) -> list[str]:
    """The moves that the page offers."""
    return [move["name"] for move in signed_in(actor).get(page(loop)).context["moves"]]


def numbers(actor: Actor, query: str = "") -> list[str]:
    """The numbers on a list."""
    return [row["referral"].number for row in signed_in(actor).get(f"/referrals/{query}").context["rows"]]


def copies(loop: Loop, count: int) -> None:
    """More referrals like this one."""
    for _ in range(count):
        fresh = loop.now()
        fresh.pk, fresh.number, fresh.client_key = uuid4(), uuid4().hex[:12], uuid4()
        fresh.save(force_insert=True)
