"""One invented person of every role, for the log-in page and for the printed list."""

from typing import TypedDict

from django.db.models import Case, When

from officers.models import Agency, RoleGrant, User
from officers.roles import Role

AGENCY, SCHOOL = "sotol", "SHS"


class Login(TypedDict):
    """One log-in as the page shows it."""

    label: str
    email: str
    blurb: str


def demo_logins() -> list[Login]:
    """One person of each role, those of one high school first, so that a case can be walked among them."""
    school = Case(
        When(campus__code=SCHOOL, then=0), When(user__officer_rows__home_campus__code=SCHOOL, then=0), default=1
    )
    rows = (
        RoleGrant.objects.filter(agency__short_name=AGENCY, active=True, user__is_active=True)
        .order_by(school, "user__officer_rows__call_sign", "user__email")
        .values_list("role", "user__email", "user__name")
    )
    first: dict[str, tuple[str, str]] = {}
    for role, email, name in rows:
        first.setdefault(role, (email, name))
    return [Login(label=str(role.label), email=first[role][0], blurb=first[role][1]) for role in Role if role in first]


def demo_user(email: str) -> User | None:
    """The person behind a demonstration log-in."""
    if not Agency.objects.filter(short_name=AGENCY).exists():
        return None
    offered = {login["email"] for login in demo_logins()}
    return User.objects.filter(email=email).first() if email in offered else None
