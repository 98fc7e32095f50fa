"""Keeping files that people hand in. Who may hand one in is asked by the service whose record it belongs to."""

from typing import Any

from core.actors import Actor
from officers import storage, uploads
from officers.models import StoredFile


def keep(upload: Any, *, actor: Actor, agency_id: Any) -> StoredFile:
    """A certificate: PDF, PNG or JPEG, refused with words at the field `file`."""
    return _kept(uploads.certificate(upload), actor, agency_id)


def keep_photo(upload: Any, *, actor: Actor, agency_id: Any) -> StoredFile:
    """A photo of a person: PNG or JPEG, refused with words at the field `photo`."""
    return _kept(uploads.photo(upload), actor, agency_id)


def keep_plan(image: uploads.Checked, *, actor: Actor, agency_id: Any) -> StoredFile:
    """A picture of a floor that `uploads.plan` has looked at."""
    return _kept(image, actor, agency_id)


def _kept(checked: uploads.Checked, actor: Actor, agency_id: Any) -> StoredFile:
    # The bytes first: a row whose bytes are missing would be a promise that nobody can keep.
    sha256 = storage.write(agency_id, checked.content)
    return StoredFile.objects.create(
        agency_id=agency_id,
        sha256=sha256,
        size=len(checked.content),
        media_type=checked.media_type,
        name=checked.name,
        uploaded_by_id=actor.person,
    )
