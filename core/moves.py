"""advance(): the only writer of any status."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.models import Flowing
from core.permissions import may, require
from core.workflow import Move

F = TypeVar("F", bound=Flowing)


def advance(
    record: F,
    name: str,
    *,
    actor: Actor,
    expected_version: int | None,
    at: datetime,
    facts: Mapping[str, object] | None = None,
    **changes: Any,
) -> F:
    """Lock, ask, compare, check, guard, write, record: all or nothing. Answers the row as it is now.

    `expected_version` None means that the caller holds no earlier reading (an append-only command).
    """
    flow = record.workflow
    move = flow.move(name)
    with transaction.atomic():
        locked = lock(record)
        require(actor, flow.permission(name), locked)
        _compare(locked, expected_version)
        _check_source(locked, move)
        for guard in move.guards:
            guard(locked, actor, at, changes)
        _write(locked, move, at, changes)
        ledger.announce(flow.event(name), record=locked, actor=actor, at=at, facts=facts or {})
    return locked


def lock(record: F) -> F:
    """The row itself, held until the transaction ends."""
    return type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)


def open_moves(record: Flowing, actor: Actor) -> list[Move]:
    """The moves this actor may make now: the buttons of a page and the `actions` of the API."""
    flow = record.workflow
    return [
        move
        for move in flow.open_moves(record.status)
        if not move.corrects and may(actor, flow.permission(move.name), record)
    ]


def obstacle(record: Flowing, name: str, actor: Actor, at: datetime) -> str:
    """What a guard would say to this move now; empty when nothing stands in its way."""
    try:
        for guard in record.workflow.move(name).guards:
            guard(record, actor, at, {})
    except (BrokenRule, Conflict) as refusal:
        return str(refusal)
    return ""


def _compare(record: Flowing, expected_version: int | None) -> None:
    if expected_version is not None and record.version != expected_version:
        raise Conflict(
            _("This was changed by someone else a moment ago. It is now: %(status)s.")
            % {"status": record.get_status_display()}
        )


def _check_source(record: Flowing, move: Move) -> None:
    if record.status not in move.sources:
        raise Conflict(
            _("“%(move)s” is not possible: the status is already “%(status)s”.")
            % {"move": move.label, "status": record.get_status_display()}
        )


def _write(record: Flowing, move: Move, at: datetime, changes: dict[str, Any]) -> None:
    fields = {"version", *changes}
    for key, value in changes.items():
        setattr(record, key, value)
    if move.target is not None:
        record.status = move.target
        fields.add("status")
    if move.stamp:
        setattr(record, move.stamp, at)
        fields.add(move.stamp)
    record.version += 1
    record.save(update_fields=sorted(fields))
