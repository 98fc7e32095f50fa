"""What a term's rotations would make, place by place: made, already there, or not, and why. It writes nothing."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from officers.models import Agency, Officer, RotationMember, Shift, ShiftTemplate
from officers.planning.fitness import Objection, objections, stopping
from officers.planning.local import days
from officers.planning.rotation import Hours, Member, Place, places
from officers.selectors.workers import policy_of, workers


@dataclass(frozen=True, slots=True)
class Planned:
    """One place of a rotation and what becomes of it."""

    member: RotationMember
    template: ShiftTemplate
    place: Place
    objections: tuple[Objection, ...] = ()
    exists: bool = False
    stopped: bool = False

    @property
    def officer(self) -> Officer:
        """Who would work it."""
        return self.member.officer

    @property
    def words(self) -> str:
        """What speaks against it or is worth knowing."""
        return _("Already planned.") if self.exists else " ".join(each.words for each in self.objections)


@dataclass(frozen=True, slots=True)
class Term:
    """Everything between two days."""

    planned: list[Planned]

    @property
    def made(self) -> list[Planned]:
        """What would be, or was, made."""
        return [each for each in self.planned if not each.exists and not each.stopped]

    @property
    def stopped(self) -> list[Planned]:
        """What cannot be made, with the reasons."""
        return [each for each in self.planned if each.stopped]

    @property
    def existing(self) -> int:
        """How many were there before."""
        return sum(each.exists for each in self.planned)


def term(agency_id: UUID, from_day: date, to_day: date, override_reason: str) -> Term:
    """Each place in the order of time, so that what is planned first counts for what follows."""
    zone = Agency.objects.get(pk=agency_id).zone
    members = {str(each.pk): each for each in _members(agency_id)}
    templates = {str(each.pk): each for each in ShiftTemplate.objects.filter(agency=agency_id, active=True)}
    hours = {key: Hours(each.starts, each.ends) for key, each in templates.items()}
    found = places([_member(each) for each in members.values()], hours, from_day, to_day, zone)
    whole = days(from_day, (to_day - from_day).days + 2, zone)
    people = workers({each.officer_id: each.officer for each in members.values()}.values(), whole)
    policy, filled = policy_of(agency_id), _filled(agency_id, from_day, to_day)
    planned = []
    for place in found:
        member, template = members[place.member], templates[place.template]
        if (member.pk, place.day) in filled:
            planned.append(Planned(member, template, place, exists=True))
            continue
        worker = people[member.officer_id]
        against = objections(worker, place.span, template.position, policy)
        stopped = bool(stopping(against, reason=override_reason))
        if not stopped:
            people[member.officer_id] = worker.with_shift(place.span)
        planned.append(Planned(member, template, place, tuple(against), stopped=stopped))
    return Term(planned)


def _members(agency_id: UUID) -> list[RotationMember]:
    rows = RotationMember.objects.filter(agency=agency_id, rotation__active=True)
    return list(rows.select_related("rotation", "officer", "campus"))


def _member(row: RotationMember) -> Member:
    rotation = row.rotation
    return Member(str(row.pk), rotation.pattern, rotation.starts_on, row.offset_days, row.from_day, row.to_day)


def _filled(agency_id: UUID, from_day: date, to_day: date) -> set[tuple[UUID, date | None]]:
    """Places filled before, whoever works them now and even when they were cancelled since."""
    rows = Shift.objects.filter(agency=agency_id, member__isnull=False, rotation_day__range=(from_day, to_day))
    return {(member, day) for member, day in rows.values_list("member", "rotation_day") if member}
