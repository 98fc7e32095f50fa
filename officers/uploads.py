"""What a handed-in file really is: judged by its content, never by its name, and cleaned before it is kept.

An image is drawn anew, which drops where and by whom it was taken and whatever else was hidden in it.
"""

import io
import struct
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO, Any, Protocol

import puremagic
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from core.errors import BrokenRule

PDF, PNG, JPEG, WEBP = "application/pdf", "image/png", "image/jpeg", "image/webp"
IMAGES = {PNG: "PNG", JPEG: "JPEG", WEBP: "WEBP"}
ENDINGS = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg", WEBP: ".webp"}
CERTIFICATES = frozenset({PDF, PNG, JPEG})
PHOTOS = frozenset({PNG, JPEG})
PLANS = frozenset(IMAGES)

MEBIBYTE = 1024 * 1024
# A pixel takes three or four bytes once it is unpacked, whatever the file weighs.
MOST_PIXELS = 24_000_000
PHOTO_SIDE, PLAN_SIDE = 800, 3000
NAME_LENGTH = 120
PDF_END = b"%%EOF"
PDF_TAIL = 2048
DAMAGED = (OSError, SyntaxError, ValueError, EOFError, struct.error)
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class Upload(Protocol):
    """A file as Django's form or DRF's parser hands it over."""

    @property
    def name(self) -> str | None:
        """What the sender calls it."""

    @property
    def size(self) -> int | None:
        """Its length in bytes."""

    def read(self, num_bytes: int, /) -> bytes:
        """The next bytes."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What may be kept."""

    content: bytes
    media_type: str
    name: str


def certificate(upload: Any) -> Checked:
    """A PDF or an image."""
    return _checked(upload, CERTIFICATES, "file", side=None)


def photo(upload: Any) -> Checked:
    """An image, made no larger than a page shows it."""
    return _checked(upload, PHOTOS, "photo", side=PHOTO_SIDE)


def plan(upload: Any) -> Checked:
    """A picture of a floor, made no larger than a zoomed page shows it."""
    return _checked(upload, PLANS, "file", side=PLAN_SIDE)


def size_of(image: Checked) -> tuple[int, int]:
    """Width and height of an image that was taken."""
    with Image.open(io.BytesIO(image.content)) as found:
        return found.size


def _checked(upload: Upload, accepted: frozenset[str], field: str, side: int | None) -> Checked:
    try:
        content = _bounded(upload)
        media_type = _type_of(content, accepted)
        clean = _redrawn(content, media_type, side) if media_type in IMAGES else _whole_pdf(content)
    except BrokenRule as refusal:
        raise BrokenRule(refusal.message, fields={field: refusal.message}) from refusal
    return Checked(clean, media_type, _named(upload.name or "", media_type))


def _bounded(upload: Upload) -> bytes:
    limit = settings.UPLOAD_MAX_BYTES
    content = upload.read(limit + 1)
    if len(content) > limit or (upload.size or 0) > limit:
        raise BrokenRule(_("The file is too large. At most %(limit)s MB are taken.") % {"limit": limit // MEBIBYTE})
    if not content:
        raise BrokenRule(_("The file is empty."))
    return content


def _type_of(content: bytes, accepted: frozenset[str]) -> str:
    try:
        found = puremagic.from_string(content, mime=True)
    except puremagic.PureError:
        found = ""
    if found not in accepted:
        words = _("PDF, PNG or JPEG") if PDF in accepted else _("PNG or JPEG")
        words = _("SVG, PNG, JPEG or WebP") if WEBP in accepted else words
        raise BrokenRule(_("This is not a file of the kinds that are taken: %(kinds)s.") % {"kinds": words})
    return found


def _whole_pdf(content: bytes) -> bytes:
    if not content.startswith(b"%PDF-") or PDF_END not in content[-PDF_TAIL:]:
        raise BrokenRule(_("This PDF is damaged or was cut off. Save it again and choose it once more."))
    return content


def _redrawn(content: bytes, media_type: str, side: int | None) -> bytes:
    form = IMAGES[media_type]
    try:
        with Image.open(io.BytesIO(content), formats=(form,)) as image:
            _refuse_bomb(image.size)
            return _drawn(image, form, side)
    except BOMBS as error:
        raise _too_many_pixels() from error
    except (UnidentifiedImageError, *DAMAGED) as error:
        raise BrokenRule(_("This image is damaged. Save it again and choose it once more.")) from error


def _drawn(image: Image.Image, form: str, side: int | None) -> bytes:
    upright = ImageOps.exif_transpose(image)
    see_through = form == "PNG" and upright.has_transparency_data
    flat = upright.convert("RGBA" if see_through else "RGB")
    if side is not None:
        flat.thumbnail((side, side))
    # A fresh picture: what stood beside the pixels stays behind.
    fresh = Image.new(flat.mode, flat.size)
    fresh.paste(flat)
    out: IO[bytes] = io.BytesIO()
    fresh.save(out, form)
    out.seek(0)
    return out.read()


def _refuse_bomb(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        raise _too_many_pixels()


def _too_many_pixels() -> BrokenRule:
    limit = MOST_PIXELS // 1_000_000
    return BrokenRule(_("The image has too many pixels. At most %(limit)s million are taken.") % {"limit": limit})


def _named(given: str, media_type: str) -> str:
    """A name for the person who saves it: no folder, nothing unprintable, and the ending that is true."""
    base = PurePath(given.replace("\\", "/")).name
    printable = "".join(letter for letter in base if letter.isprintable()).strip()
    stem = (printable.rpartition(".")[0] if "." in printable else printable) or "file"
    ending = ENDINGS[media_type]
    return stem[: NAME_LENGTH - len(ending)] + ending
