"""One row of each noun of readiness, the uninvolved officer's own, for the walk over every route."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from incidents.models import Draft
from officers import catalogue, storage
from officers.models import (
    Booking,
    CampusGroup,
    Certification,
    CoverageRule,
    CoverRequest,
    FloorPlan,
    Leave,
    Officer,
    PlanBackground,
    PlanDrawing,
    Restriction,
    Rotation,
    RotationMember,
    Shift,
    ShiftTemplate,
    StoredFile,
    TimeEntry,
    TrainingRule,
    TrainingSession,
)
from tests.cast import NOON, District
from tests.security import places

SOON = NOON + timedelta(days=3)
LATER = SOON + timedelta(hours=8)


def stage(district: District) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address."""
    officer, me = district.cit_officer, {"agency": district.campus.agency}
    Officer.objects.filter(pk=officer.pk).update(photo=_file(district, "image/png"))
    keeper = {"agency": district.campus.agency, "officer": officer}
    course = catalogue.install(district.campus.agency)["3843"]
    span = {"starts_at": SOON, "ends_at": LATER}
    template = ShiftTemplate.objects.create(name="Day", position="patrol", starts="07:00", ends="15:00", **me)
    shift = Shift.objects.create(position="patrol", template=template, **keeper, **span)
    turn = Rotation.objects.create(name="Four on", pattern=[str(template.pk)], starts_on=SOON, **me)
    session = TrainingSession.objects.create(course=course, place="Room A-101", **me, **span)
    return {
        "officers": officer.pk,
        "courses": course.pk,
        "certifications": _certificate(district).pk,
        "rules": _rule(district).pk,
        "sessions": session.pk,
        "bookings": Booking.objects.create(session=session, booked_by_id=district.supervisor.person, **keeper).pk,
        "templates": template.pk,
        "rotations": turn.pk,
        "members": RotationMember.objects.create(rotation=turn, from_day=SOON, **keeper).pk,
        "entries": TimeEntry.objects.get(officer=officer).pk,
        "shifts": shift.pk,
        "covers": CoverRequest.objects.create(shift=shift, asked_by=officer, **me).pk,
        "leave": Leave.objects.create(kind="vacation", **keeper, **span).pk,
        "minimums": _minimum(district).pk,
        **places.stage(district),
        "groups": CampusGroup.objects.create(name="South", **me).pk,
        "restrictions": _restriction(district).pk,
        "drafts": _draft(district).pk,
        "plans": _plan(district).pk,
        "buildings": district.room.building_id,
        "campuses": district.campus.pk,
        "rooms": district.room.pk,
    }


def _certificate(district: District) -> Certification:
    return Certification.objects.create(
        agency=district.campus.agency,
        user_id=district.cit_officer.user_id,
        course=catalogue.install(district.campus.agency)["CPR"],
        completed_on=date(2025, 2, 1),
        file=_file(district, "application/pdf"),
    )


def _file(district: District, media_type: str) -> StoredFile:
    """Something that was handed in; its bytes are not looked at here."""
    content = media_type.encode()
    return StoredFile.objects.create(
        agency=district.campus.agency,
        sha256=storage.write(district.campus.agency_id, content),
        size=len(content),
        media_type=media_type,
        name="handed-in",
        uploaded_by_id=district.supervisor.person,
    )


def _rule(district: District) -> TrainingRule:
    return TrainingRule.objects.create(
        agency=district.campus.agency,
        slug="cpr",
        title="CPR",
        kind="once",
        courses=["CPR"],
        effective_from=date(2020, 1, 1),
    )


def _draft(district: District) -> Draft:
    """A call that the dispatcher is taking."""
    owner = district.dispatcher
    return Draft.objects.create(
        agency_id=owner.agency_id, owner_id=owner.person, client_key=uuid4(), answered_at=NOON, saved_at=NOON
    )


def _minimum(district: District) -> CoverageRule:
    return CoverageRule.objects.create(
        agency=district.campus.agency, name="Day", number=1, weekdays=[0], starts="07:00", ends="15:00"
    )


def _restriction(district: District) -> Restriction:
    return Restriction.objects.create(
        agency=district.campus.agency,
        officer=district.cit_officer,
        kind="duty",
        reason="Light duty",
        from_day=SOON,
        set_by_id=district.supervisor.person,
    )


def _plan(district: District) -> FloorPlan:
    """A floor laid over an image."""
    me = {"agency": district.campus.agency}
    plan = FloorPlan.objects.create(building=district.room.building, floor=1, **me)
    size = {"width": 40, "height": 30}
    image = PlanBackground.objects.create(
        kind="image", file=_file(district, "image/png"), uploaded_by_id=district.supervisor.person, **size, **me
    )
    PlanDrawing.objects.create(
        plan=plan, number=1, background=image, drawn_by_id=district.supervisor.person, **size, **me
    )
    return plan
