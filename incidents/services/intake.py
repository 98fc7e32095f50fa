"""Logging a call and sending to it in one step: all of it happens, or nothing does."""

from datetime import datetime
from typing import Unpack
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actors import Actor
from core.errors import BrokenRule
from core.moves import advance
from core.numbering import next_numbers
from core.permissions import require
from incidents.console_vocabulary import DraftEnd
from incidents.intake_script import is_closed, reading
from incidents.models import Call, Draft, Incident
from incidents.priorities import Verdict
from incidents.selectors import scripts
from incidents.services import intake_drafts as drafts
from incidents.services import intake_rows as rows
from incidents.services import intake_send
from incidents.services.intake_rows import Heard, Where
from incidents.vocabulary import Origin
from officers.models import Agency, Campus, Officer
from officers.models.places import CampusKind


class Typed(Heard):
    """A whole call form: what was heard, and whom to send for what reasons."""

    officers: list[Officer]
    cit_unavailable_reason: str
    override_reason: str
    override_note: str
    shown: str


def log_and_send(
    place: Where, *, actor: Actor, client_key: UUID, at: datetime | None = None, **typed: Unpack[Typed]
) -> Call:
    """Keep the call, open its incident, send the chosen officers and empty the draft, in one transaction.

    The same `client_key` again answers the call already logged. Without officers the call is logged only.
    """
    moment = at or clock.now()
    require(actor, "call.log", place.campus)
    _check(typed, moment)
    with intake_send.explaining(actor, moment), transaction.atomic():
        campus = place.campus or _elsewhere(actor)
        numbers = next_numbers(actor.agency_id, moment.astimezone(campus.agency.zone).year, "call", "incident")
        # The counter row is held now, so a second copy of this request waits here and then finds the first.
        earlier = Call.objects.filter(agency_id=actor.agency_id, client_key=client_key).first()
        if earlier is not None:
            first = _same(earlier, typed["said"], typed["nature"])
            transaction.set_rollback(True)
            return first
        script = scripts.active(actor.agency_id)
        verdict = reading(typed["nature"], typed["answers"], script)
        answered = _answered(actor, client_key) or moment
        incident = rows.incident_of(typed, place, campus, verdict, numbers["incident"], actor, answered)
        call = rows.call_of(typed, incident, numbers["call"], client_key, actor, answered)
        rows.keep_people(typed, incident)
        rows.keep_answers(typed, incident, script.version, actor, moment)
        rows.announce(call, incident, actor, moment)
        moved = _assessed(incident, verdict, actor, moment) if is_closed(typed["answers"], script) else incident
        intake_send.send(moved, typed["officers"], client_key, actor, moment, _sent(typed))
        drafts.end(actor, client_key, DraftEnd.LOGGED, incident, moment)
    return call


def _check(typed: Typed, at: datetime) -> None:
    if typed["origin"] != Origin.SCHEDULED:
        return
    if typed["scheduled_for"] is None or typed["scheduled_for"] <= at:
        text = _("Say when it begins; the time must lie ahead.")
        raise BrokenRule(text, fields={"scheduled_for": text})
    if typed["officers"]:
        raise BrokenRule(_("Nobody is sent before it begins. Log it only; it comes up by itself."))


def _same(earlier: Call, said: str, nature: str) -> Call:
    """A repeat of one command answers its first result; a key used for something else is a mistake of the sender."""
    if (earlier.said, earlier.incident.nature) != (said, nature):
        raise BrokenRule(_("This call was already sent with other words. Open a new call for it."))
    return earlier


def _answered(actor: Actor, client_key: UUID) -> datetime | None:
    """When the phone was answered, by our own clock: the age of the incident counts from there."""
    mine = Draft.objects.filter(agency_id=actor.agency_id, owner=actor.id, client_key=client_key)
    return mine.values_list("answered_at", flat=True).first()


def _assessed(incident: Incident, verdict: Verdict, actor: Actor, at: datetime) -> Incident:
    """The script is done when all was asked; else it stays open, and the answers so far are kept."""
    if incident.status != "received":
        return incident
    facts = {"priority": verdict.priority, "rules": verdict.rules, "cit_required": bool(verdict.triggers)}
    return advance(incident, "triage", actor=actor, expected_version=None, at=at, facts=facts)


def _sent(typed: Typed) -> dict[str, str]:
    return {
        "cit_unavailable_reason": typed["cit_unavailable_reason"],
        "override_reason": typed["override_reason"],
        "override_note": typed["override_note"],
        "shown": typed["shown"],
    }


def _elsewhere(actor: Actor) -> Campus:
    """The agency's "other place"; the first call from one makes it, since no call waits for an administrator."""
    rows_of = Campus.objects.select_related("agency").filter(agency_id=actor.agency_id)
    found = rows_of.filter(kind=CampusKind.OTHER).order_by("name").first()
    if found is not None:
        return found
    agency = Agency.objects.get(pk=actor.agency_id)
    made, _new = Campus.objects.get_or_create(
        agency=agency, code="OFF", defaults={"name": "Off campus", "kind": CampusKind.OTHER}
    )
    return made
