"""What may be handed in, and what is refused whatever it calls itself."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from core.errors import BrokenRule
from officers import storage
from officers.models import StoredFile
from officers.services import files
from tests.cast import District

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
ZIP = b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml word/vbaProject.bin"
WHERE_IT_WAS = "taken at home"


def picture(form: str, size: tuple[int, int] = (40, 30), **saved: Any) -> bytes:
    """A small image of this form."""
    out = io.BytesIO()
    Image.new("RGB", size, (10, 120, 200)).save(out, form, **saved)
    return out.getvalue()


def located() -> bytes:
    """A photo that says where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = WHERE_IT_WAS
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=exif, comment=WHERE_IT_WAS.encode())


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims this many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def keep(district: District, content: bytes, name: str = "card.png", *, photo: bool = False) -> StoredFile:
    """Hand it in as the supervisor."""
    service = files.keep_photo if photo else files.keep
    upload = SimpleUploadedFile(name, content)
    return service(upload, actor=district.supervisor, agency_id=district.campus.agency_id)


@pytest.mark.parametrize(
    ("content", "media_type", "name"),
    [
        (PDF, "application/pdf", "card.pdf"),
        (picture("PNG"), "image/png", "card.png"),
        (picture("JPEG"), "image/jpeg", "card.jpg"),
    ],
)
def test_a_certificate_is_kept_under_its_true_kind(
    district: District, content: bytes, media_type: str, name: str
) -> None:
    kept = keep(district, content, "card.exe")
    assert (kept.media_type, kept.name) == (media_type, name)
    assert kept.size == len(storage.read(kept.agency_id, kept.sha256))


@pytest.mark.parametrize("name", ["card.png", "card.pdf", "card.jpg"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HTML, "kinds"),
        (SVG, "kinds"),
        (b"<?xml version='1.0'?>" + SVG, "kinds"),
        (ZIP, "kinds"),
        (picture("GIF"), "kinds"),
        (picture("TIFF"), "kinds"),
        (b"MZ\x90\x00" + b"\0" * 64, "kinds"),
        (b"\n" + PDF, "kinds|damaged"),
        (PDF[:-8], "damaged or was cut off"),
        (picture("PNG")[:60], "damaged"),
        (picture("JPEG")[:300], "damaged"),
        (b"", "empty"),
        (bomb(30_000, 30_000), "too many pixels"),
        (bomb(6_000, 5_000), "too many pixels"),
    ],
)
def test_what_it_is_called_saves_nothing_from_refusal(
    district: District, uploads_folder: Path, content: bytes, said: str, name: str
) -> None:
    with pytest.raises(BrokenRule, match=said) as refusal:
        keep(district, content, name)
    assert set(refusal.value.fields) == {"file"}
    assert not StoredFile.objects.exists()
    assert not uploads_folder.exists()


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_kept(district: District, settings: Any) -> None:
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    padded = PDF[:-6] + b" " * (1024 * 1024 - len(PDF)) + PDF[-6:]
    assert keep(district, padded).size == 1024 * 1024
    with pytest.raises(BrokenRule, match="At most 1 MB"):
        keep(district, b" " + padded)


def test_a_photo_is_no_pdf_and_is_made_small(district: District) -> None:
    with pytest.raises(BrokenRule, match="PNG or JPEG") as refusal:
        keep(district, PDF, photo=True)
    assert set(refusal.value.fields) == {"photo"}
    kept = keep(district, picture("JPEG", (2000, 1000)), photo=True)
    with Image.open(io.BytesIO(storage.read(kept.agency_id, kept.sha256))) as image:
        assert image.size == (800, 400)


def test_where_and_by_whom_an_image_was_taken_is_dropped(district: District) -> None:
    taken = located()
    assert WHERE_IT_WAS.encode() in taken
    kept = keep(district, taken)
    content = storage.read(kept.agency_id, kept.sha256)
    assert WHERE_IT_WAS.encode() not in content
    with Image.open(io.BytesIO(content)) as image:
        assert not image.getexif()


def test_an_image_with_a_page_hidden_behind_it_loses_the_page(district: District) -> None:
    kept = keep(district, picture("PNG") + HTML)
    assert b"<script>" not in storage.read(kept.agency_id, kept.sha256)


@pytest.mark.parametrize(
    ("given", "kept_as"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\certs\\my card.pdf", "my card.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("\u202efdp.exe", "fdp.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        (".pdf", "file.pdf"),
    ],
)
def test_a_name_is_only_a_name(district: District, given: str, kept_as: str) -> None:
    upload = SimpleUploadedFile("a.pdf", PDF)
    upload._name = given
    kept = files.keep(upload, actor=district.supervisor, agency_id=district.campus.agency_id)
    assert kept.name == kept_as


def test_the_bytes_lie_under_agency_and_hash_for_the_program_alone(district: District, uploads_folder: Path) -> None:
    kept = keep(district, PDF)
    place = storage.place_of(kept.agency_id, kept.sha256)
    assert place.is_relative_to(uploads_folder / str(district.campus.agency_id))
    assert place.stat().st_mode & 0o777 == 0o600
    assert {folder.stat().st_mode & 0o777 for folder in place.parents if folder.is_relative_to(uploads_folder)} == {
        0o700
    }
    assert [path.name for path in place.parent.iterdir()] == [kept.sha256]


def test_the_same_file_twice_is_two_rows_and_one_content(district: District, uploads_folder: Path) -> None:
    keep(district, PDF)
    keep(district, PDF)
    assert StoredFile.objects.count() == 2
    assert len([path for path in uploads_folder.rglob("*") if path.is_file()]) == 1


def test_a_missing_and_an_altered_file_are_said_and_logged(district: District, caplog: Any) -> None:
    kept = keep(district, PDF)
    place = storage.place_of(kept.agency_id, kept.sha256)
    place.write_bytes(PDF + b" ")
    with pytest.raises(storage.FileAltered):
        storage.read(kept.agency_id, kept.sha256)
    place.unlink()
    with pytest.raises(storage.FileMissing):
        storage.read(kept.agency_id, kept.sha256)
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]


def test_a_damaged_file_is_healed_when_it_is_handed_in_again(district: District) -> None:
    kept = keep(district, PDF)
    storage.place_of(kept.agency_id, kept.sha256).write_bytes(b"x")
    keep(district, PDF)
    assert storage.read(kept.agency_id, kept.sha256) == PDF
