"""What a tablet can say, each kind with the body it takes. Append-only kinds never conflict."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rest_framework import serializers

from incidents.models.notes import LONGEST

TEXT = 2000
MOVES = ("start", "arrive", "clear", "unstart", "unarrive", "unclear")
Body = type[serializers.Serializer[Any]]


class NoteIn(serializers.Serializer[Any]):
    """A note."""

    text = serializers.CharField(max_length=LONGEST)


class StatusIn(serializers.Serializer[Any]):
    """A step of the own assignment, or one step back."""

    assignment = serializers.UUIDField()
    move = serializers.ChoiceField(choices=MOVES)


def _always(data: Mapping[str, Any]) -> bool:
    return True


def _never(data: Mapping[str, Any]) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its body, and whether it changes something that may have moved on meanwhile (then If-Match is asked)."""

    name: str
    body: Body
    needs_version: Callable[[Mapping[str, Any]], bool] = _never


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("note", NoteIn),
        Kind("status", StatusIn, _always),
    )
}
