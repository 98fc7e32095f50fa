"""One case in the middle of its life, everyone who may look at it, and how a route is asked."""

import re
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from core.actors import Actor
from incidents.models import Assignment, DeescalationRecord, Incident
from incidents.services import records
from officers.models import User
from officers.roles import Role
from referrals.models import Referral
from referrals.services import referrals
from tests.cast import NOON, WHOLE, District, arrived, begun, counselors, log_call, person
from tests.security import asking, care, crews, field, folk, law, readiness, recorded, tablets, watch, written

PLAIN_ROLES = (
    Role.DIRECTOR,
    Role.SOCIAL_WORKER,
    Role.SCHOOL_ADMIN,
    Role.TEACHER,
    Role.TRAINING,
    Role.CUSTODIAN,
    Role.SYSTEM_ADMIN,
)


@dataclass(frozen=True)
class Scene:
    """Keys of one case's records, and its people by name; anonymous is None."""

    keys: dict[str, UUID]
    people: dict[str, UUID | None]


def stage(district: District) -> Scene:
    """An officer on scene, a record filed, a referral sent and not yet taken."""
    incident = log_call(district).incident
    arrived(district, incident)
    me = district.officer(district.cit_officer)
    record = records.save(begun(district, incident), actor=me, expected_version=None, at=NOON, **WHOLE)
    record = records.submit(record, actor=me, expected_version=None, at=NOON)
    team, (counselor,) = counselors(district, "Marigold")
    sent = referrals.make(record, actor=me, client_key=uuid4(), team=team, urgency="urgent", at=NOON)
    keys = {
        "incidents": incident.pk,
        "assignments": Assignment.objects.get(incident=incident).pk,
        "records": record.pk,
        "referrals": sent.pk,
        # The panel of the map is that of an incident.
        "map": incident.pk,
        **asking.stage(district, incident),
        **readiness.stage(district),
        **watch.stage(district),
        **written.stage(district, incident),
        **crews.stage(district, incident),
        **folk.stage(district, incident),
        **field.stage(district, incident),
        **care.stage(district),
        **recorded.stage(district, record),
        **law.stage(district, incident),
        **tablets.stage(district, incident),
    }
    return Scene(keys, _people(district, counselor))


def _people(district: District, counselor: Actor) -> dict[str, UUID | None]:
    agency = district.campus.agency
    plain = {role.value: person(agency, role.name.title(), role).pk for role in PLAIN_ROLES}
    return {
        "anonymous": None,
        "dispatcher": district.dispatcher.id,
        "supervisor": district.supervisor.id,
        "officer_assigned": district.cit_officer.user_id,
        "officer_other": district.other_officer.user_id,
        "counselor_of_team": counselor.id,
        "counselor_other": person(agency, "Gypsum", Role.COUNSELOR).pk,
        **plain,
    }


def address(route: str, keys: dict[str, UUID]) -> str:
    """The route with the case's own keys in it."""
    noun = next((part for part in route.split("/") if part in keys), "")
    return re.sub(r"<[^>]+>", lambda _: str(keys[noun]), route)


def ask(client: Client, method: str, path: str, who: UUID | None) -> HttpResponse:
    """One request as one person with an empty body; whatever it wrote is undone."""
    client.logout()
    if who is not None:
        client.force_login(User.objects.get(pk=who))
    json = path.startswith("/api/")
    with transaction.atomic():
        answer: HttpResponse = client.generic(
            method,
            path,
            b"{}" if json else b"",
            content_type="application/json" if json else "application/x-www-form-urlencoded",
            headers={"Idempotency-Key": str(uuid4())},
        )
        transaction.set_rollback(True)
    return answer


def rows() -> dict[str, int]:
    """How many of each there are, to prove that nothing was written."""
    return {model.__name__: model.objects.count() for model in (Incident, Assignment, DeescalationRecord, Referral)}
