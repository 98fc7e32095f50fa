"""Everyone around one referral, signed in, and the steps they take."""

from dataclasses import dataclass
from typing import Any

from django.test import Client

from core.actors import Actor
from officers.models import User
from officers.roles import Role
from officers.selectors import actor_of
from referrals.models import Referral, ReferralTeam
from referrals.services import endings, referrals
from tests.cast import NOON, District, counselors, person, refer

REACHED = {"channel": "phone", "contact_with": "guardian", "result": "reached", "note": "Kestrel asked for a call."}
COMPLETED = {"outcome": "services_received", "outcome_on": NOON.date()}
# What the sender must never read: the note, the outcome, the owner, and how it ended.
SECRETS = (
    *("Kestrel", "Marigold", "owner", "Grade", "Agave", "rying"),
    *("ervices", "utcome", "ompleted", "ailed", "eclined"),
)


def signed_in(actor: Actor) -> Client:
    """A browser of this person."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.id))
    return client


@dataclass(frozen=True)
class Loop:
    """One referral with its sender, recipient, director and an uninvolved counselor."""

    district: District
    team: ReferralTeam
    referral: Referral
    sender: Actor
    counselor: Actor
    director: Actor
    outsider: Actor

    def now(self) -> Referral:
        """The referral as it is now."""
        return Referral.objects.get(pk=self.referral.pk)

    def acknowledged(self) -> Referral:
        """The counselor has it."""
        return referrals.acknowledge(self.referral, actor=self.counselor, expected_version=None, at=NOON)

    def contacted(self) -> Referral:
        """The counselor has reached the family."""
        return referrals.log_contact(self.acknowledged(), actor=self.counselor, at=NOON, **REACHED)

    def completed(self) -> Referral:
        """The counselor has ended it."""
        ended: dict[str, Any] = {**COMPLETED, "expected_version": None}
        return endings.complete(self.contacted(), actor=self.counselor, at=NOON, **ended)


def around(district: District) -> Loop:
    """A referral just sent."""
    team, (counselor,) = counselors(district, "Marigold")
    agency = district.campus.agency
    return Loop(
        district=district,
        team=team,
        referral=refer(district, team),
        sender=district.officer(district.cit_officer),
        counselor=counselor,
        director=actor_of(person(agency, "Quartz", Role.DIRECTOR)),
        outsider=actor_of(person(agency, "Gypsum", Role.COUNSELOR)),
    )
