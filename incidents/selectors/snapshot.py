"""The roster and the call at one instant, read in four statements however many officers there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from core.actors import Actor
from core.permissions import require
from core.prepared import Prepared
from incidents.models import Assignment, Call, Incident, Subject
from incidents.ranking import Call as Need
from incidents.ranking import Snapshot, Unit
from incidents.ranking.needs import skills
from incidents.ranking.shift import hours, worked
from incidents.workflow import ACTIVE_ASSIGNMENT, AssignmentState
from officers.models import Campus, Officer, Restriction, TimeEntry, TravelTime
from officers.roles import RESPONDING, License
from officers.selectors.crisis import CrisisStatus, day_of, statuses

LIMIT = 500
# Without a clocked shift, what counts as "this shift"; and how far back anything of a shift can lie.
SHIFT, LONGEST = timedelta(hours=12), timedelta(hours=24)
ENTRIES = 6
NOBODY = CrisisStatus(False)


@dataclass(frozen=True, slots=True)
class Part:
    """An assignment of the last day: when sent, when on scene, and whether it was a crisis call."""

    sent_at: datetime
    on_scene_at: datetime | None
    crisis: bool


def officers(actor: Actor) -> QuerySet[Officer]:
    """The officers whom a dispatcher can name."""
    require(actor, "incident.dispatch")
    return _responding(actor.agency_id)


def _responding(agency_id: UUID) -> QuerySet[Officer]:
    return Officer.objects.filter(agency_id=agency_id, license__in=RESPONDING, active=True)


def snapshot(actor: Actor, incident: Incident, at: datetime) -> Snapshot:
    """What `rank` needs to know about this incident now."""
    require(actor, "incident.dispatch")
    where = {"agency_id": actor.agency_id, "incident_id": incident.pk, "campus_id": incident.campus_id, "at": at}
    rows = _ROSTER.rows(**where, since=at - 2 * LONGEST)
    holders = statuses(incident.agency_id, at)
    parts, restricted = _parts(actor, at), _restricted(_RESTRICTIONS.rows(**where))
    on_it = [row for row in rows if row["incident_id"] == incident.pk and row["license"] == License.PEACE_OFFICER]
    known = rows[0] if rows else {}
    need = Need(
        priority=incident.priority,
        cit_required=incident.cit_required,
        cit_on_the_way=any(row["cit_when_sent"] for row in on_it),
        peace_officer_on_the_way=bool(on_it),
        language=known.get("language_needed") or "",
        skills=skills(incident.nature, known.get("campus_kind", "")),
    )
    return Snapshot(
        need, [_unit(row, incident, holders.get(row["user_id"], NOBODY), parts, restricted, at) for row in rows]
    )


def _roster(agency_id: UUID, incident_id: UUID, campus_id: UUID, at: datetime, since: datetime) -> QuerySet[Any, Any]:
    """Every responding officer with way, present assignment and clock; in each row the same facts of the call.

    Those facts are subqueries that lean on no row, so the database answers them once.
    """
    asked = Call.objects.filter(incident=incident_id).exclude(language_needed="").order_by("-received_at")
    way = TravelTime.objects.filter(origin=OuterRef("last_campus"), destination=campus_id)
    clock = TimeEntry.objects.filter(officer=OuterRef("pk"), clocked_in_at__lte=at, clocked_in_at__gt=since).order_by(
        "-clocked_in_at"
    )
    rows = _responding(agency_id).annotate(
        current=FilteredRelation("assignments", condition=Q(assignments__status__in=ACTIVE_ASSIGNMENT)),
        minutes=Subquery(way.values("minutes")[:1]),
        clock_in=ArraySubquery(clock.values("clocked_in_at")[:ENTRIES]),
        clock_out=ArraySubquery(clock.values("clocked_out_at")[:ENTRIES]),
        today=day_of(at),
        language_needed=Subquery(asked.values("language_needed")[:1]),
        campus_kind=Subquery(Campus.objects.filter(pk=campus_id).values("kind")[:1]),
    )
    names = ("id", "user_id", "call_sign", "license", "license_expires_on", "duty", "languages", "skills")
    found: QuerySet[Any, Any] = rows.order_by("call_sign").values(
        *names,
        "minutes",
        "clock_in",
        "clock_out",
        "today",
        "language_needed",
        "campus_kind",
        name=F("user__name"),
        place=F("last_campus__name"),
        incident_id=F("current__incident"),
        incident_number=F("current__incident__number"),
        cit_when_sent=F("current__cit_when_sent"),
    )[:LIMIT]
    return found


def _parts(actor: Actor, at: datetime) -> dict[UUID, list[Part]]:
    """Whom the last day sent where; one who was called back did not go."""
    rows = Assignment.objects.filter(
        agency_id=actor.agency_id, dispatched_at__gt=at - LONGEST, dispatched_at__lte=at
    ).exclude(status=AssignmentState.CANCELLED)
    found: dict[UUID, list[Part]] = {}
    for row in rows.values("officer_id", "dispatched_at", "on_scene_at", "incident__cit_required"):
        part = Part(row["dispatched_at"], row["on_scene_at"], row["incident__cit_required"])
        found.setdefault(row["officer_id"], []).append(part)
    return found


def _restrictions(agency_id: UUID, incident_id: UUID, campus_id: UUID, at: datetime) -> QuerySet[Any, Any]:
    """What somebody must not be sent to, where it is this incident today."""
    named = Subject.objects.filter(incident=incident_id).exclude(student_number="").values("student_number")
    people = Subject.objects.filter(Q(incident=incident_id) | Q(student_number__in=named), agency_id=agency_id)
    rows = Restriction.objects.annotate(today=day_of(at)).filter(
        Q(until__isnull=True) | Q(until__gte=F("today")),
        Q(lifted_at__isnull=True) | Q(lifted_at__gt=at),
        Q(kind="duty") | Q(campus=campus_id) | Q(subject_id__in=people.values("pk")),
        agency_id=agency_id,
        from_day__lte=F("today"),
    )
    return rows.values("officer_id", "kind")


# Built once each: every sending asks them, and building them took longer than the database's answer.
_AT, _SINCE = (datetime(1, 1, day, tzinfo=UTC) for day in (1, 2))
_WHERE: dict[str, Any] = {"agency_id": UUID(int=1), "incident_id": UUID(int=2), "campus_id": UUID(int=3), "at": _AT}
_ROSTER = Prepared(_roster, {**_WHERE, "since": _SINCE})
_RESTRICTIONS = Prepared(_restrictions, _WHERE)


def _restricted(rows: list[dict[str, Any]]) -> dict[UUID, frozenset[str]]:
    """The kinds of restriction by officer."""
    found: dict[UUID, frozenset[str]] = {}
    for row in rows:
        found[row["officer_id"]] = found.get(row["officer_id"], frozenset()) | {row["kind"]}
    return found


def _unit(
    row: Mapping[str, Any],
    incident: Incident,
    status: CrisisStatus,
    parts: Mapping[UUID, list[Part]],
    restricted: Mapping[UUID, frozenset[str]],
    at: datetime,
) -> Unit:
    shift = worked(list(zip(row["clock_in"], row["clock_out"], strict=True)), at)
    began = shift.began if shift else at - SHIFT
    lately = [part for part in parts.get(row["id"], ()) if part.sent_at >= began]
    seen = [began] * bool(shift) + [part.on_scene_at for part in lately if part.on_scene_at and part.on_scene_at <= at]
    ends = row["license_expires_on"]
    return Unit(
        key=row["id"],
        call_sign=row["call_sign"],
        name=row["name"],
        place=row["place"],
        licensed=ends is None or ends >= row["today"],
        peace_officer=row["license"] == License.PEACE_OFFICER,
        cit=status.active,
        cit_until=status.until,
        duty=row["duty"],
        incident=row["incident_number"] or "",
        on_this_incident=row["incident_id"] == incident.pk,
        restrictions=restricted.get(row["id"], frozenset()),
        minutes=row["minutes"],
        languages=frozenset(row["languages"]),
        skills=frozenset(row["skills"]),
        crisis_calls=sum(part.crisis for part in lately),
        hours_on_duty=hours(at - shift.began) if shift else None,
        rest_hours=hours(shift.rest) if shift and shift.rest is not None else None,
        place_hours=hours(at - max(seen)) if seen else None,
    )
