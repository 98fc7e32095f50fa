"""The referral loop through the services, and what each step refuses."""

import pytest
from django.db import ProgrammingError, transaction

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from core.permissions import visible
from officers.roles import Role
from officers.selectors import actor_of
from referrals.models import ContactAttempt, Disclosure, Referral, ReferralSnapshot
from referrals.services import endings, referrals
from referrals.sharing import seal
from tests.cast import NOON, District, counselors, person, refer

CONTACT = {"channel": "phone", "contact_with": "guardian", "result": "reached", "note": ""}


def test_the_loop_closes_when_the_sender_knows_and_someone_else_has_recorded_what_follows(district: District) -> None:
    team, (counselor,) = counselors(district, "Marigold")
    director = actor_of(person(district.campus.agency, "Quartz", Role.DIRECTOR))
    sender = district.officer(district.cit_officer)
    referral = refer(district, team)
    referral = referrals.acknowledge(referral, actor=counselor, expected_version=1, at=NOON)
    referral = referrals.log_contact(referral, actor=counselor, at=NOON, **CONTACT)
    assert (referral.status, referral.first_contact_at) == ("in_progress", NOON)
    referral = endings.complete(
        referral,
        actor=counselor,
        expected_version=None,
        outcome="services_received",
        outcome_on=NOON.date(),
        at=NOON,
    )
    referral = endings.acknowledge_feedback(referral, actor=sender, expected_version=None, at=NOON)
    assert referral.loop_closed_at is None
    referral = endings.record_next_step(referral, actor=director, expected_version=None, next_step="none", at=NOON)
    assert Referral.objects.get().loop_closed_at == NOON


def test_what_was_shared_is_frozen_hashed_and_disclosed_without_the_narrative(district: District) -> None:
    refer(district, counselors(district, "Marigold")[0])
    snapshot, disclosure = ReferralSnapshot.objects.get(), Disclosure.objects.get()
    assert snapshot.sha == disclosure.snapshot_sha == seal(snapshot.payload)
    assert "narrative" not in snapshot.payload


@pytest.mark.parametrize("model", [ReferralSnapshot, Disclosure])
def test_what_was_shared_cannot_be_changed(model: type, district: District) -> None:
    refer(district, counselors(district, "Marigold")[0])
    with pytest.raises(ProgrammingError), transaction.atomic():
        model.objects.update(profile="other")
    assert model.objects.get().profile == "counselor"


def test_of_two_who_acknowledge_the_second_is_told_so(district: District) -> None:
    team, (first, second) = counselors(district, "Marigold", "Gypsum")
    referral = refer(district, team)
    referrals.acknowledge(referral, actor=first, expected_version=1, at=NOON)
    events = Event.objects.count()
    with pytest.raises(Conflict):
        referrals.acknowledge(referral, actor=second, expected_version=1, at=NOON)
    assert Referral.objects.get().owner_id == first.id
    assert Event.objects.count() == events


def test_a_counselor_outside_the_team_sees_nothing_and_may_do_nothing(district: District) -> None:
    referral = refer(district, counselors(district, "Marigold")[0])
    outsider = actor_of(person(district.campus.agency, "Gypsum", Role.COUNSELOR))
    assert not visible(Referral.objects.all(), outsider).exists()
    with pytest.raises(Forbidden):
        referrals.acknowledge(referral, actor=outsider, expected_version=1, at=NOON)


def test_a_team_without_people_cannot_be_sent_to(district: District) -> None:
    with pytest.raises(BrokenRule):
        refer(district, counselors(district)[0])
    assert not Referral.objects.exists()


def test_nobody_is_given_up_after_one_call(district: District) -> None:
    team, (counselor,) = counselors(district, "Marigold")
    referral = referrals.acknowledge(refer(district, team), actor=counselor, expected_version=1, at=NOON)
    missed = {**CONTACT, "result": "no_answer"}
    referral = referrals.log_contact(referral, actor=counselor, at=NOON, **missed)
    end = {"outcome": "unable_to_contact", "outcome_on": NOON.date(), "expected_version": None}
    with pytest.raises(BrokenRule):
        endings.fail(referral, actor=counselor, at=NOON, **end)
    for channel in ("phone", "home_visit"):
        referrals.log_contact(referral, actor=counselor, at=NOON, **{**missed, "channel": channel})
    assert ContactAttempt.objects.count() == 3
    assert endings.fail(referral, actor=counselor, at=NOON, **end).status == "failed"
