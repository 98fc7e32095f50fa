"""People and places."""

from officers.models.base import AgencyRecord, CaseRecord
from officers.models.people import Certification, Officer, RoleGrant, User
from officers.models.places import Agency, Building, Campus, CampusKind, Room, TravelTime

__all__ = [
    "Agency",
    "AgencyRecord",
    "Building",
    "Campus",
    "CampusKind",
    "CaseRecord",
    "Certification",
    "Officer",
    "RoleGrant",
    "Room",
    "TravelTime",
    "User",
]
