"""Reads about people and readiness."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.actors import Actor
from officers.models import Certification, Officer, User

CIT_COURSES = ("1850", "3843")


def actor_of(user: User) -> Actor:
    """What this person is, now; a deactivated person holds no role."""
    grants = list(user.grants.values_list("role", "campus_id")) if user.is_active else []
    return Actor(
        agency_id=user.agency_id,
        id=user.pk,
        roles=frozenset(role for role, _ in grants),
        places=frozenset(campus for _, campus in grants if campus),
        name=user.name,
    )


def valid_certifications(at: datetime) -> QuerySet[Certification]:
    """Crisis-intervention certificates that count at this instant: verified, begun, not expired."""
    day = at.date()
    return Certification.objects.filter(
        Q(expires_on__isnull=True) | Q(expires_on__gte=day),
        course__in=CIT_COURSES,
        completed_on__lte=day,
        verified_at__lte=at,
    )


def with_cit(officers: QuerySet[Officer], at: datetime) -> QuerySet[Officer]:
    """Officers with `cit`: whether they are CIT officers at this instant."""
    return officers.annotate(cit=Exists(valid_certifications(at).filter(user=OuterRef("user"))))


def cit_course(user_id: UUID, at: datetime) -> str:
    """The course that makes this person a CIT officer at this instant, or an empty string."""
    rows = valid_certifications(at).filter(user_id=user_id).order_by("-completed_on")
    return rows.values_list("course", flat=True).first() or ""
