"""Drafts of calls, logging and sending in one step: who may, and what exists for whom.

A draft is what somebody hears at this moment. It exists for whoever takes the call, and for nobody else.
"""

from typing import Any

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Draft, NatureCode
from incidents.permissions.who import DISPATCH


def own_draft(actor: Actor, draft: Any) -> bool:
    """The call that the actor is taking."""
    return bool(draft.owner_id == actor.id)


RULES: dict[str, tuple[Grant, ...]] = {
    "draft.take": (Grant(DISPATCH),),
    "draft.save": (Grant(DISPATCH, own_draft),),
    "draft.discard": (Grant(DISPATCH, own_draft),),
}


def _drafts(actor: Actor) -> Q:
    return Q(owner=actor.id) if actor.holds(*DISPATCH) else Q(pk__in=[])


def _codes(actor: Actor) -> Q:
    return Q() if actor.holds(*DISPATCH) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {Draft: _drafts, NatureCode: _codes}
