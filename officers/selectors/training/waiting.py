"""What of training waits for a person, on their home page."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import ngettext, pgettext

from core import clock
from core.actors import Actor
from core.permissions import may
from core.web.pages import Waiting
from officers.models import Officer
from officers.selectors.training.person import person_training
from officers.selectors.training.worklist import work_list
from officers.vocabulary import Standing

LIMIT = 10
URGENT = (Standing.OVERDUE, Standing.DUE_SOON)


def waiting_for(actor: Actor) -> list[Waiting]:
    """For the coordinator what is to be decided and what is late; for everybody their own."""
    now = clock.now()
    kept = _kept(actor, now) if may(actor, "rule.keep") else []
    return [*kept, *_own(actor, now)]


def _kept(actor: Actor, at: datetime) -> list[Waiting]:
    numbers = work_list(actor, at).numbers
    lines = {
        "unverified": (
            ngettext("%(n)d completion to verify", "%(n)d completions to verify", numbers["unverified"]),
            "#unverified",
        ),
        "overdue": (ngettext("%(n)d person overdue", "%(n)d people overdue", numbers["overdue"]), "#overdue"),
        "lapsing": (
            ngettext("%(n)d CIT officer lapses", "%(n)d CIT officers lapse", numbers["lapsing"]),
            "#lapsing",
        ),
    }
    return [
        Waiting(
            title=title % {"n": numbers[name]}, detail=pgettext("page", "Training"), url=reverse("training") + anchor
        )
        for name, (title, anchor) in lines.items()
        if numbers[name]
    ]


def _own(actor: Actor, at: datetime) -> list[Waiting]:
    mine = Officer.objects.filter(user=actor.id, agency=actor.agency_id, active=True).select_related("agency").first()
    found = person_training(actor, mine, at) if mine is not None else None
    if found is None:
        return []
    return [
        Waiting(
            title=row.title,
            detail=row.words,
            url=reverse("training_person", args=[found.officer.pk]),
            status=row.standing.value,
            status_label=row.label,
        )
        for row in found.rules
        if row.standing in URGENT
    ][:LIMIT]
