"""One completion at a time: to decide about, or with its file."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import NotFound
from core.permissions import fetch, fetch_for
from officers import storage
from officers.models import Certification, StoredFile


def to_verify(actor: Actor, pk: object) -> Certification:
    """A completion that the actor may verify."""
    return fetch_for(_rows(), actor, pk, "certification.verify")


def to_refuse(actor: Actor, pk: object) -> Certification:
    """A completion that the actor may refuse."""
    return fetch_for(_rows(), actor, pk, "certification.refuse")


def file(actor: Actor, pk: object) -> tuple[StoredFile, bytes]:
    """The file of a completion that exists for this actor, and its bytes."""
    found = fetch(_rows(), actor, pk).file
    if found is None:
        raise NotFound(_("No file was handed in with it."))
    return found, storage.read(found.agency_id, found.sha256)


def _rows() -> QuerySet[Certification]:
    return Certification.objects.select_related("course", "file", "user")
