"""What is compared: names, day of birth, student number, and where somebody goes to school."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Facts:
    """One description of a person; what is empty says nothing."""

    names: tuple[str, ...] = ()
    student_number: str = ""
    birth_date: date | None = None
    # In years, where the day of birth is not known.
    age: int | None = None
    campus: str = ""
    grade: str = ""
