"""Answers that are files. The browser keeps to the stated kind, runs nothing of it, and keeps nothing of it."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from officers.selectors.kept_files import Content

LOCKED = "sandbox; default-src 'none'"


def csv_file(text: str, name: str) -> HttpResponse:
    """A table to save."""
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return answer


def attachment(content: Content) -> HttpResponse:
    """A file that somebody handed in, to save."""
    return _sent(content, as_attachment=True)


def picture(content: Content) -> HttpResponse:
    """A photo, to show in a page."""
    return _sent(content, as_attachment=False)


def _sent(content: Content, *, as_attachment: bool) -> HttpResponse:
    answer = HttpResponse(content.data, content_type=content.media_type)
    disposition = content_disposition_header(as_attachment=as_attachment, filename=content.name)
    answer["Content-Disposition"] = disposition or "inline"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = LOCKED
    return answer
