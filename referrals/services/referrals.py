"""The referral loop: sent, acknowledged, contacted, ended, and known to the sender."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance, lock
from core.numbering import next_numbers
from core.permissions import require
from incidents.models import DeescalationRecord
from incidents.services import record_locks
from referrals.models import ContactAttempt, Disclosure, Referral, ReferralSnapshot, ReferralTeam
from referrals.sharing import PROFILE, VERSION, counselor_payload, seal


def make(
    record: DeescalationRecord,
    *,
    actor: Actor,
    client_key: UUID,
    team: ReferralTeam,
    urgency: str,
    at: datetime | None = None,
) -> Referral:
    """Send a filed record's minimum to a team: frozen, disclosed and announced in one transaction."""
    moment = at or clock.now()
    require(actor, "referral.make", record)
    _check(record, team)
    with transaction.atomic():
        year = moment.astimezone(record.agency.zone).year
        number = next_numbers(record.agency_id, year, "referral")["referral"].replace("-", "-R-")
        earlier = Referral.objects.filter(agency_id=record.agency_id, client_key=client_key).first()
        if earlier is not None:
            first = _same(earlier, actor, record, team)
            transaction.set_rollback(True)
            return first
        referral = Referral.objects.create(
            agency_id=record.agency_id,
            case_id=record.case_id,
            number=number,
            client_key=client_key,
            team=team,
            urgency=urgency,
            author_id=actor.person,
            requested_at=moment,
        )
        _share(referral, record, actor, moment)
        facts = {"number": number, "urgency": urgency}
        ledger.announce("referral.requested", record=referral, actor=actor, at=moment, facts=facts)
    return referral


def _check(record: DeescalationRecord, team: ReferralTeam) -> None:
    if record.status in ("draft", "returned"):
        raise BrokenRule(_("File the record first."))
    if team.agency_id != record.agency_id or not team.members.filter(active=True, user__is_active=True).exists():
        problem = _("Nobody is in this team. Choose another one.")
        raise BrokenRule(problem, fields={"team": problem})


def _same(earlier: Referral, actor: Actor, record: DeescalationRecord, team: ReferralTeam) -> Referral:
    if earlier.author_id != actor.id:
        raise Conflict(_("This key belongs to another referral. Open the form again."))
    if (earlier.case_id, earlier.team_id) != (record.case_id, team.pk):
        raise BrokenRule(_("This key was already used for another referral. Open the form again."))
    return earlier


def _share(referral: Referral, record: DeescalationRecord, actor: Actor, at: datetime) -> None:
    record_locks.disclosed(record, at=at)
    payload = counselor_payload(record)
    sha = seal(payload)
    common = {"agency_id": referral.agency_id, "referral": referral, "profile": PROFILE, "profile_version": VERSION}
    ReferralSnapshot.objects.create(payload=payload, sha=sha, **common)
    Disclosure.objects.create(
        snapshot_sha=sha,
        discloser_id=actor.person,
        recipient=referral.team.name,
        at=at,
        purpose="support",
        basis="leu_release",
        **common,
    )


def acknowledge(
    referral: Referral, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> Referral:
    """A named person has it; of two at once, one wins."""
    moment = at or clock.now()
    return advance(
        referral, "acknowledge", actor=actor, expected_version=expected_version, at=moment, owner_id=actor.id
    )


def log_contact(
    referral: Referral,
    *,
    actor: Actor,
    channel: str,
    contact_with: str,
    result: str,
    note: str,
    at: datetime | None = None,
) -> Referral:
    """Keep one attempt; the first that reaches the person starts the work in the same transaction."""
    moment = at or clock.now()
    with transaction.atomic():
        first = result == "reached" and lock(referral).status == "acknowledged"
        move, facts = (
            ("start", {"channel": channel}) if first else ("log_contact", {"channel": channel, "result": result})
        )
        moved = advance(referral, move, actor=actor, expected_version=None, at=moment, facts=facts)
        ContactAttempt.objects.create(
            agency_id=moved.agency_id,
            referral=moved,
            by_id=actor.person,
            at=moment,
            channel=channel,
            contact_with=contact_with,
            result=result,
            note=note,
        )
    return moved
