"""How the invented district says natures, and a visit that is planned for tomorrow."""

from datetime import datetime, time, timedelta
from uuid import uuid4

from cit_dispatch.demo.places import Places
from incidents.models import NatureCode
from incidents.nature_hints.catalogue import STARTS
from incidents.services import intake
from incidents.services.intake_rows import Where
from officers.models import RoleGrant
from officers.roles import Role
from officers.selectors import actor_of

VISIT_AT = time(14, 30)


def build(places: Places, at: datetime) -> None:
    """A code and words for every nature."""
    NatureCode.objects.bulk_create(
        NatureCode(agency=places.agency, nature=nature, code=code, words=list(words))
        for nature, (code, words) in STARTS.items()
    )


def plan(places: Places, at: datetime) -> None:
    """A follow-up visit that begins by itself tomorrow afternoon."""
    grants = RoleGrant.objects.filter(agency=places.agency, role=Role.DISPATCHER).select_related("user")
    tomorrow = at.astimezone(places.agency.zone).date() + timedelta(days=1)
    intake.log_and_send(
        Where(next(campus for campus in places.campuses if campus.code == "QAC")),
        actor=actor_of(grants.order_by("user__email")[0].user),
        client_key=uuid4(),
        place_text="Counseling office",
        extension="",
        nature="follow_up_visit",
        received_via="school_staff",
        caller_role="counselor",
        caller_name="",
        callback="555-0143",
        language_needed="",
        said="Please look in with me after the last bell, as we agreed on Monday.",
        origin="scheduled",
        scheduled_for=datetime.combine(tomorrow, VISIT_AT, places.agency.zone),
        answers={},
        subjects=[],
        officers=[],
        cit_unavailable_reason="",
        override_reason="",
        override_note="",
        shown="",
        at=at,
    )
