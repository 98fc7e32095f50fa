"""The uploads folder: one file for each content, under its agency and hash, outside everything that is served."""

import hashlib
import logging
import os
import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, NotFound

log = logging.getLogger(__name__)


class FileMissing(NotFound):
    """The row is there and its bytes are not."""


class FileAltered(Conflict):
    """The bytes are not the ones that were handed in."""


def place_of(agency_id: UUID | Any, sha256: str) -> Path:
    """Where a content lies."""
    return Path(settings.UPLOADS_DIR) / str(agency_id) / sha256[:2] / sha256


def write(agency_id: UUID | Any, content: bytes) -> str:
    """Keep the content and answer its hash: whole or not at all, readable by this program alone."""
    sha256 = hashlib.sha256(content).hexdigest()
    place = place_of(agency_id, sha256)
    # Written even when it is there already: that heals a file that was damaged since.
    folder = _private(place.parent)
    handle, name = tempfile.mkstemp(dir=folder, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(name).replace(place)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return sha256


def read(agency_id: UUID | Any, sha256: str) -> bytes:
    """The content, when it is still the one that was handed in."""
    try:
        content = place_of(agency_id, sha256).read_bytes()
    except FileNotFoundError as error:
        log.error("upload %s of agency %s is missing", sha256, agency_id)
        raise FileMissing(_("This file is missing from the uploads folder. Ask the administrator.")) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        log.error("upload %s of agency %s was altered", sha256, agency_id)
        raise FileAltered(_("This file was altered after it was handed in, so it is not shown. Ask the administrator."))
    return content


def sound(agency_id: UUID | Any, sha256: str) -> bool:
    """Whether the content is there and unchanged."""
    place = place_of(agency_id, sha256)
    return place.is_file() and hashlib.sha256(place.read_bytes()).hexdigest() == sha256


def _private(folder: Path) -> Path:
    """The folder and those above it up to the uploads folder, for this program's user alone."""
    missing = [step for step in (folder.parent.parent, folder.parent, folder) if not step.exists()]
    for step in missing:
        step.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
