"""Two rows for one person become one, and come apart again exactly: every row that moves is written down."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from incidents.models import Person, PersonConflict, PersonMerge, SubjectLink
from incidents.selectors import people_keys
from incidents.services.people import check

# These tell what happened to a row and stay with it.
_STAY = (Person, PersonMerge, SubjectLink)
Moved = dict[str, list[str]]


def merge(
    survivor: Person,
    *,
    actor: Actor,
    absorbed: Person,
    reason: str,
    expected_version: int | None,
    other_version: int | None,
    at: datetime | None = None,
) -> PersonMerge:
    """Let one person's encounters, guardians and plans go on with another; no field of either is changed."""
    moment = at or clock.now()
    if survivor.pk == absorbed.pk:
        raise BrokenRule(_("Choose two different people."))
    with transaction.atomic():
        kept, gone = _both(survivor, absorbed)
        for person, version in ((kept, expected_version), (gone, other_version)):
            require(actor, "person.merge", person)
            check(person, version)
            _not_held(person)
        stayed, moved = rows_of(kept), _move(rows_of(gone), kept)
        done = PersonMerge.objects.create(
            agency_id=kept.agency_id,
            survivor=kept,
            absorbed=gone,
            reason=reason,
            moved=moved,
            stayed=stayed,
            by_id=actor.person,
            at=moment,
        )
        gone.merged_into = kept
        _save(gone, kept)
        _announce("person.merged", done, moved, actor, moment)
    return done


def unmerge(
    merge: PersonMerge, *, actor: Actor, reason: str, along: Sequence[str] = (), at: datetime | None = None
) -> PersonMerge:
    """Give everything back that moved; what came later stays, except what is chosen to go along."""
    moment = at or clock.now()
    with transaction.atomic():
        held = PersonMerge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
        kept, gone = _both(held.survivor, held.absorbed)
        for person in (kept, gone):
            require(actor, "person.merge", person)
            _not_held(person)
        if held.undone_at is not None:
            raise Conflict(_("This merge was undone already."))
        check(kept, None)
        back = _move(_still_there(held.moved, kept), gone)
        gave = _move(_chosen(later(held), along), gone)
        held.undone_at, held.undone_by_id, held.undo_reason, held.gave_along = moment, actor.person, reason, gave
        held.save(update_fields=["undone_at", "undone_by", "undo_reason", "gave_along"])
        gone.merged_into = None
        _save(gone, kept)
        _announce("person.unmerged", held, {**back, **gave}, actor, moment)
    return held


def kinds() -> dict[str, tuple[type[Model], str]]:
    """Everything that belongs to a person, by kind: model and the name of its key."""
    found = {}
    for relation in Person._meta.related_objects:
        model = relation.related_model
        if isinstance(model, type) and issubclass(model, Model) and model not in _STAY:
            found[model._meta.model_name or ""] = (model, relation.field.name)
    return found


def rows_of(person: Person) -> Moved:
    """The keys of all that belongs to a person now, by kind."""
    found: Moved = {}
    for kind, (model, key) in kinds().items():
        rows = model._default_manager.filter(**{key: person.pk})
        if keys := sorted(str(pk) for pk in rows.values_list("pk", flat=True)):
            found[kind] = keys
    return found


def later(merge: PersonMerge) -> Moved:
    """What belongs to the survivor now and came after this merge, by other ways than another merge."""
    known: dict[str, set[str]] = {}
    for part in (merge.moved, merge.stayed, *_moved_by_others(merge)):
        for kind, keys in part.items():
            known.setdefault(kind, set()).update(keys)
    now = rows_of(merge.survivor)
    found = {kind: sorted(set(keys) - known.get(kind, set())) for kind, keys in now.items()}
    return {kind: keys for kind, keys in found.items() if keys}


def _moved_by_others(merge: PersonMerge) -> list[Moved]:
    others = PersonMerge.objects.filter(survivor=merge.survivor_id, undone_at=None).exclude(pk=merge.pk)
    return list(others.values_list("moved", flat=True))


def _both(one: Person, other: Person) -> tuple[Person, Person]:
    """Both rows, held in the order of their keys, so that two merges at once wait for one another."""
    rows = Person.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk, other.pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    return found[one.pk], found[other.pk]


def _not_held(person: Person) -> None:
    if person.held_reason:
        raise BrokenRule(_("One of them is under a legal hold. Lift the hold first."))


def _move(rows: Mapping[str, Iterable[str]], to: Person) -> Moved:
    moved: Moved = {}
    for kind, keys in rows.items():
        model, key = kinds()[kind]
        chosen = _free(keys, to) if model is PersonConflict else sorted(keys)
        if chosen:
            model._default_manager.filter(pk__in=chosen, agency_id=to.agency_id).update(**{key: to})
            moved[kind] = chosen
    return moved


def _free(keys: Iterable[str], to: Person) -> list[str]:
    """One open conflict of one user is enough for a person."""
    taken = PersonConflict.objects.filter(person=to, ended_at=None).values("user")
    rows = PersonConflict.objects.filter(pk__in=list(keys))
    return sorted(
        str(pk) for pk in (rows.exclude(user__in=taken) | rows.exclude(ended_at=None)).values_list("pk", flat=True)
    )


def _still_there(moved: Mapping[str, Iterable[str]], survivor: Person) -> Moved:
    """What somebody has since taken elsewhere stays there."""
    now = rows_of(survivor)
    return {kind: sorted(set(keys) & set(now.get(kind, ()))) for kind, keys in moved.items()}


def _chosen(offered: Moved, along: Sequence[str]) -> Moved:
    wanted = {str(UUID(str(key))) for key in along}
    if wanted - {key for keys in offered.values() for key in keys}:
        raise BrokenRule(_("Only what came after the merge can go along."))
    return {kind: [key for key in keys if key in wanted] for kind, keys in offered.items()}


def _save(gone: Person, kept: Person) -> None:
    gone.version += 1
    gone.save(update_fields=["merged_into", "version"])
    for person in (kept, gone):
        person.search_keys = people_keys.of(person)
        person.save(update_fields=["search_keys"])
    kept.version += 1
    kept.save(update_fields=["version"])


def _announce(event: str, merge: PersonMerge, moved: Moved, actor: Actor, at: datetime) -> None:
    facts: dict[str, Any] = {
        "survivor": merge.survivor_id,
        "absorbed": merge.absorbed_id,
        "rows": sum(len(keys) for keys in moved.values()),
    }
    ledger.announce(event, record=merge, actor=actor, at=at, facts=facts)
