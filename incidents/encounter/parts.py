"""What a section of the record is made of. All of it is data, so that pages, bodies and tablets ask the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Choices
from django.utils.functional import Promise

Text = str | Promise
Facts = Mapping[str, Any]


class Kind(StrEnum):
    """How a field is answered."""

    ONE = "one"
    SEVERAL = "several"
    YES_NO = "yes_no"
    BOOL = "bool"
    NUMBER = "number"
    WORDS = "words"
    TEXT = "text"
    LIST = "list"
    WHEN = "when"
    DAY = "day"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class When:
    """A condition on an answer: it is one of `values`, has one of them, or is at least the first."""

    field: str
    test: str
    values: tuple[Any, ...]

    def holds(self, facts: Facts) -> bool:
        """Whether it holds of these answers."""
        answer = facts.get(self.field)
        if self.test == "at_least":
            return answer is not None and answer >= self.values[0]
        given = answer if isinstance(answer, list) else [answer]
        leads = [one.get(self.values[0]) if isinstance(one, Mapping) else one for one in given]
        asked = self.values[1:] if self.test == "rows_have" else self.values
        return any(one in asked for one in leads)


def one_of(field: str, *values: Any) -> When:
    """The answer, or one of the answers, is one of these."""
    return When(field, "one_of", values)


def at_least(field: str, value: int) -> When:
    """The answer is at least this."""
    return When(field, "at_least", (value,))


def rows_have(field: str, column: str, *values: Any) -> When:
    """A row says one of these."""
    return When(field, "rows_have", (column, *values))


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `shown` names conditions of which one must hold; `common` is asked every time."""

    name: str
    label: Text
    kind: Kind
    choices: type[Choices] | None = None
    help: Text = ""
    longest: int = 0
    most: int = 0
    columns: tuple["Field", ...] = ()
    # Of rows: the column that one tap fills; the others may follow.
    lead: str = ""
    shown: tuple[When, ...] = ()
    common: bool = False

    def column(self, name: str) -> "Field | None":
        """A column of its rows."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True, slots=True)
class Quick:
    """One tap that answers a field as it is most often answered; `add` is put among the rows that are there."""

    label: Text
    field: str
    add: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together. Whatever is not `common` stays folded until it matters."""

    key: str
    title: Text
    fields: tuple[Field, ...]
    common: bool = False
    shown: tuple[When, ...] = ()
    quick: tuple[Quick, ...] = ()


def is_shown(part: Field | Section, facts: Facts) -> bool:
    """Whether a field or section is asked, after what was answered so far."""
    return not part.shown or any(condition.holds(facts) for condition in part.shown)
