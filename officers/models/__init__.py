"""People, places and readiness."""

from officers.models.base import AgencyFlow, AgencyRecord, CaseRecord
from officers.models.coverage import CampusGroup, CampusGroupMember, CoverageRule, RosterPolicy
from officers.models.files import StoredFile
from officers.models.people import Officer, Restriction, RoleGrant, User
from officers.models.places import Agency, Building, Campus, CampusKind, Room, TravelTime
from officers.models.plans import CampusOutline, FloorPlan, PlanBackground, PlanDrawing, PlanRoom
from officers.models.premises import BellPeriod, Extension, PlaceAlias, PremiseNote, RoomUse
from officers.models.shifts import (
    CalendarFeed,
    CoverRequest,
    Leave,
    Rotation,
    RotationMember,
    Shift,
    ShiftTemplate,
    TimeEntry,
)
from officers.models.training import (
    Booking,
    Certification,
    Course,
    CourseSubstitute,
    Reminder,
    TrainingPeriod,
    TrainingRule,
    TrainingSession,
    Waiver,
)

__all__ = [
    "Agency",
    "AgencyFlow",
    "AgencyRecord",
    "BellPeriod",
    "Booking",
    "Building",
    "CalendarFeed",
    "Campus",
    "CampusGroup",
    "CampusGroupMember",
    "CampusKind",
    "CampusOutline",
    "CaseRecord",
    "Certification",
    "Course",
    "CourseSubstitute",
    "CoverRequest",
    "CoverageRule",
    "Extension",
    "FloorPlan",
    "Leave",
    "Officer",
    "PlaceAlias",
    "PlanBackground",
    "PlanDrawing",
    "PlanRoom",
    "PremiseNote",
    "Reminder",
    "Restriction",
    "RoleGrant",
    "Room",
    "RoomUse",
    "RosterPolicy",
    "Rotation",
    "RotationMember",
    "Shift",
    "ShiftTemplate",
    "StoredFile",
    "TimeEntry",
    "TrainingPeriod",
    "TrainingRule",
    "TrainingSession",
    "TravelTime",
    "User",
    "Waiver",
]
