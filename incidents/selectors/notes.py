"""The notes and files of an incident and of what was merged into it."""

from collections.abc import Iterable

from core.actors import Actor
from core.permissions import fetch
from incidents.models import IncidentFile, IncidentNote
from incidents.selectors.family import Member
from officers import storage
from officers.selectors.kept_files import Content

NOTES, FILES = 200, 50


def notes(family: Iterable[Member]) -> list[IncidentNote]:
    """The newest notes, the oldest of them first."""
    rows = IncidentNote.objects.filter(incident__in=[one.pk for one in family]).select_related("by")
    return list(reversed(rows.order_by("-at", "-created_at")[:NOTES]))


def files(family: Iterable[Member]) -> list[IncidentFile]:
    """What was handed in, the first first."""
    rows = IncidentFile.objects.filter(incident__in=[one.pk for one in family]).select_related("file", "by")
    return list(rows.order_by("at")[:FILES])


def one(actor: Actor, pk: object) -> IncidentNote:
    """A note that exists for this actor."""
    return fetch(IncidentNote.objects.select_related("incident", "by"), actor, pk)


def content(actor: Actor, pk: object) -> Content:
    """The bytes of a file that exists for this actor."""
    file = fetch(IncidentFile.objects.select_related("file"), actor, pk).file
    return Content(storage.read(file.agency_id, file.sha256), file.media_type, file.name)
