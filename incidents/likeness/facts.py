"""What is compared: the call that is being taken, and what is known of an incident that is still handled.

Keys are text here: five hundred incidents are compared while somebody types, and reading keys as such took longest.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody it is about: a student number is sure, a name only likely."""

    name: str = ""
    student_number: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """The call as far as it has been taken."""

    at: datetime
    campus: str
    building: str = ""
    room: str = ""
    nature: str = ""
    callback: str = ""
    caller_name: str = ""
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """An incident: when it was last heard of, and who called about whom."""

    key: str
    number: str
    priority: str
    status: str
    nature: str
    campus: str
    # False where the campus only stands for "somewhere else", so that being at the same one says nothing.
    is_site: bool
    building: str
    room: str
    heard_at: tuple[datetime, ...]
    callbacks: tuple[str, ...] = ()
    callers: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
