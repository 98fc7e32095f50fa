"""What somebody must not be sent to: set by a supervisor with a reason, ended by its day or lifted."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from officers.models import Campus, Officer, Restriction
from officers.vocabulary import RestrictionKind


def restrict(
    officer: Officer,
    *,
    actor: Actor,
    kind: str,
    reason: str,
    from_day: date,
    until: date | None = None,
    campus: Campus | None = None,
    subject_id: UUID | None = None,
    at: datetime | None = None,
) -> Restriction:
    """One restriction; the same one again while it lasts is refused, so that lifting it once is enough."""
    moment = at or clock.now()
    require(actor, "officer.restrict", officer)
    _check_object(kind, campus, subject_id)
    _check_days(officer, from_day, until, moment)
    with transaction.atomic():
        Officer.objects.select_for_update(of=("self",), no_key=True).get(pk=officer.pk)
        _check_new(officer, kind, campus, subject_id, moment)
        made = Restriction.objects.create(
            agency_id=officer.agency_id,
            officer=officer,
            kind=kind,
            campus=campus,
            subject_id=subject_id,
            reason=reason.strip(),
            from_day=from_day,
            until=until,
            set_by_id=actor.person,
        )
        facts = {"unit": officer.call_sign, "kind": kind, "until": until and until.isoformat()}
        ledger.announce("officer.restricted", record=made, actor=actor, at=moment, facts=facts)
    return made


def lift(restriction: Restriction, *, actor: Actor, at: datetime | None = None) -> Restriction:
    """It counts no longer, from now on; it stays to be read."""
    moment = at or clock.now()
    require(actor, "officer.lift_restriction", restriction)
    with transaction.atomic():
        held = Restriction.objects.select_for_update(of=("self",)).select_related("officer").get(pk=restriction.pk)
        if held.lifted_at is not None:
            raise Conflict(_("This restriction is lifted already."))
        held.lifted_at = moment
        held.save(update_fields=["lifted_at"])
        facts = {"unit": held.officer.call_sign, "kind": held.kind}
        ledger.announce("officer.restriction_lifted", record=held, actor=actor, at=moment, facts=facts)
    return held


def _check_object(kind: str, campus: Campus | None, subject_id: UUID | None) -> None:
    """The kind says what it is about, and nothing else is named."""
    if kind == RestrictionKind.CAMPUS and campus is None:
        _refuse("campus", _("Choose the campus."))
    if kind != RestrictionKind.CAMPUS and campus is not None:
        _refuse("campus", _("A campus is named only when the restriction is about a campus."))
    if (kind == RestrictionKind.PERSON) != (subject_id is not None):
        _refuse("subject_id", _("A restriction about a person is set from an incident with that person."))


def _check_days(officer: Officer, from_day: date, until: date | None, at: datetime) -> None:
    if until is None:
        return
    if until < from_day:
        _refuse("until", _("The last day cannot lie before the first."))
    if until < at.astimezone(officer.agency.zone).date():
        _refuse("until", _("The last day is over already."))


def _check_new(officer: Officer, kind: str, campus: Campus | None, subject_id: UUID | None, at: datetime) -> None:
    today = at.astimezone(officer.agency.zone).date()
    same = Restriction.objects.filter(
        officer=officer.pk, kind=kind, campus=campus, subject_id=subject_id, lifted_at__isnull=True
    )
    if same.exclude(until__lt=today).exists():
        raise Conflict(_("%(unit)s has this restriction already. Lift it first.") % {"unit": officer.call_sign})


def _refuse(field: str, text: str) -> None:
    raise BrokenRule(text, fields={field: text})
