"""The roster as it is read: the list with who lapses when, and one person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Least
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import NotFound
from core.permissions import fetch, fetch_for, require, visible
from officers.models import Agency, Campus, CampusKind, Certification, Officer, Restriction, RoleGrant
from officers.rostering.facts import present
from officers.rostering.standing import GIVEN
from officers.selectors.crisis import valid_certifications, with_cit

PAGE = 50
SOON = timedelta(days=90)
STATUSES: tuple[tuple[str, str | Promise], ...] = (
    ("active", _("On the roster")),
    ("on_duty", _("On duty")),
    ("left", _("Left")),
    ("all", _("Everybody")),
)
CIT_STATES: tuple[tuple[str, str | Promise], ...] = (
    ("current", _("Current")),
    ("due", _("Due in 90 days")),
    ("lapsed", _("Lapsed")),
    ("none", _("Never CIT")),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the list, and the whole roster in numbers."""

    page: Page[Any]
    today: date
    counts: Mapping[str, int]


def campuses(actor: Actor) -> QuerySet[Campus]:
    """The campuses of the agency, for whoever reads the roster."""
    require(actor, "officer.list")
    return Campus.objects.filter(agency_id=actor.agency_id).exclude(kind=CampusKind.OTHER)


def listed(actor: Actor, asked: Mapping[str, Any], at: datetime) -> Listed:
    """The people who were asked for, fifty at a time: a fixed number of statements."""
    require(actor, "officer.list")
    today = today_of(actor, at)
    everybody = _with_state(visible(Officer.objects.all(), actor), at, today)
    counted = everybody.filter(active=True).order_by().values("state").annotate(n=Count("pk"))
    rows = _asked(everybody, asked).prefetch_related(_roles()).order_by("call_sign")
    page = Paginator(rows.select_related("user", "home_campus"), PAGE).get_page(asked.get("page") or 1)
    return Listed(page, today, {row["state"]: row["n"] for row in counted})


def found(actor: Actor, asked: Mapping[str, Any], at: datetime) -> QuerySet[Officer]:
    """Everybody who was asked for, for an export."""
    require(actor, "officer.export")
    rows = _with_state(visible(Officer.objects.all(), actor), at, today_of(actor, at))
    return _asked(rows, asked).select_related("user", "home_campus", "supervisor").order_by("call_sign")


def today_of(actor: Actor, at: datetime) -> date:
    """The agency's own day."""
    return at.astimezone(Agency.objects.get(pk=actor.agency_id).zone).date()


def one(actor: Actor, pk: object) -> Officer:
    """A person of the roster who exists for this actor, with when CIT ends."""
    return fetch(_people(), actor, pk)


def one_to(actor: Actor, pk: object, code: str) -> Officer:
    """The person, when the actor may do this: asked before any input is read."""
    return fetch_for(_people(), actor, pk, code)


def own(actor: Actor) -> Officer:
    """The actor's own row."""
    mine = visible(_people(), actor).filter(user=actor.id).first()
    if mine is None:
        raise NotFound(_("You are not on the roster."))
    return mine


def restrictions(actor: Actor, officer: Officer) -> list[Restriction]:
    """What limits this person, as far as the actor may know it: those that count first."""
    rows = visible(Restriction.objects.select_related("campus", "set_by"), actor).filter(officer=officer.pk)
    return list(rows.order_by(F("lifted_at").desc(nulls_first=True), "-from_day")[:PAGE])


def restriction_to(actor: Actor, pk: object, code: str) -> Restriction:
    """One restriction, when the actor may do this to it."""
    return fetch_for(Restriction.objects.select_related("officer__agency"), actor, pk, code)


def given_roles(officer: Officer) -> list[str]:
    """The roles of the roster that the person holds."""
    rows = RoleGrant.objects.filter(user=officer.user_id, active=True, role__in=GIVEN)
    return sorted(set(rows.values_list("role", flat=True)))


def facts_of(officer: Officer, roles: list[str]) -> dict[str, Any]:
    """What the roster knows of the person, by the names of the forms."""
    return present(officer, roles)


def _people() -> QuerySet[Officer]:
    return Officer.objects.select_related("user", "agency", "home_campus", "supervisor", "photo")


def _roles() -> Any:
    rows = RoleGrant.objects.filter(active=True).order_by("role")
    return Prefetch("user__grants", rows, to_attr="held")


def _with_state(officers: QuerySet[Officer], at: datetime, today: date) -> QuerySet[Any]:
    """`state` and `cit_until`: the last day as a CIT officer, which is also the last day of the license."""
    mine = valid_certifications(at).filter(user=OuterRef("user"))
    longest = mine.order_by(F("expires_on").desc(nulls_first=True)).values("expires_on")[:1]
    ever = Certification.objects.filter(user=OuterRef("user"), course__crisis_intervention=True, verified_at__lte=at)
    rows = with_cit(officers, at).annotate(
        cit_until=Least("license_expires_on", Subquery(longest)), cit_ever=Exists(ever)
    )
    states = (
        When(cit=True, cit_until__lte=today + SOON, then=Value("due")),
        When(cit=True, then=Value("current")),
        When(cit_ever=True, then=Value("lapsed")),
    )
    return rows.annotate(state=Case(*states, default=Value("none"), output_field=CharField()))


def _asked(rows: QuerySet[Officer], asked: Mapping[str, Any]) -> QuerySet[Officer]:
    status = asked.get("status") or "active"
    rows = rows.filter(**STATUS_MEANS[status])
    for name, path in FILTERS.items():
        if asked.get(name):
            rows = rows.filter(**{path: [asked[name]] if path.endswith("__contains") else asked[name]})
    if asked.get("role"):
        holds = RoleGrant.objects.filter(user=OuterRef("user"), active=True, role=asked["role"])
        rows = rows.filter(Exists(holds))
    if asked.get("q"):
        text = asked["q"].strip()
        rows = rows.filter(Q(user__name__icontains=text) | Q(badge__icontains=text) | Q(call_sign__icontains=text))
    return rows


STATUS_MEANS: dict[str, dict[str, Any]] = {
    "active": {"active": True},
    "on_duty": {"active": True, "duty__in": ("available", "busy", "training", "out_of_service")},
    "left": {"active": False},
    "all": {},
}
FILTERS = {"campus": "home_campus", "cit": "state", "language": "languages__contains", "skill": "skills__contains"}
