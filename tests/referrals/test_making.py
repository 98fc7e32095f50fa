"""From a filed report to a team that has people: what a referral is made of, and what is not referred."""

from typing import Any
from uuid import uuid4

from core.errors import BrokenRule
from incidents.models import DeescalationRecord
from officers.models import User
from referrals.models import Disclosure, ReferralSnapshot
from referrals.services import referrals
from tests.cast import NOON, District, counselors, filed
from tests.referrals.refusing import refused


def test_a_team_whose_people_have_all_left_is_not_sent_to(district: District) -> None:
    record = filed(district)
    team, (counselor,) = counselors(district, "Marigold")
    User.objects.filter(pk=counselor.id).update(is_active=False)
    told: dict[str, Any] = {"actor": district.officer(district.cit_officer), "team": team, "urgency": "urgent"}
    refused(BrokenRule, lambda: referrals.make(record, client_key=uuid4(), at=NOON, **told))
    User.objects.filter(pk=counselor.id).update(is_active=True)
    assert referrals.make(record, client_key=uuid4(), at=NOON, **told).status == "requested"


def test_a_draft_a_returned_report_and_a_foreign_team_are_not_referred(district: District, neighbor: District) -> None:
    record = filed(district)
    me = district.officer(district.cit_officer)
    foreign = counselors(neighbor, "Marigold")[0]
    own = counselors(district, "Gypsum")[0]
    told: dict[str, Any] = {"actor": me, "urgency": "urgent", "at": NOON}
    refused(BrokenRule, lambda: referrals.make(record, client_key=uuid4(), team=foreign, **told))
    for state in ("draft", "returned"):
        DeescalationRecord.objects.update(status=state)
        unfiled = DeescalationRecord.objects.get()
        refused(BrokenRule, lambda row=unfiled: referrals.make(row, client_key=uuid4(), team=own, **told))
    assert (ReferralSnapshot.objects.count(), Disclosure.objects.count()) == (0, 0)


def test_a_repeated_key_gives_out_no_second_number(district: District) -> None:
    record, key = filed(district), uuid4()
    team = counselors(district, "Marigold")[0]
    told: dict[str, Any] = {
        "actor": district.officer(district.cit_officer),
        "team": team,
        "urgency": "stat",
        "at": NOON,
    }
    first = referrals.make(record, client_key=key, **told)
    assert referrals.make(record, client_key=key, **told) == first
    second = referrals.make(record, client_key=uuid4(), **told)
    assert (first.number, second.number) == ("26-R-0001", "26-R-0002")
