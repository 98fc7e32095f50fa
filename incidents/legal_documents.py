"""Legal forms on paper: the words of the version that the form stands under, its answers, and who signed when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import documents
from incidents.models import LegalForm, LegalTemplate

_TIMES = ("apprehended_at", "presented_at", "decided_at", "custody_transferred_at")


def pdf(form: LegalForm) -> bytes:
    """The form; the same answers, words and times always give the same bytes."""
    language = form.template.language
    with translation.override(language):
        data = _page(form)
    made_at = max(filter(None, (form.signed_at, form.created_at, *(getattr(form, name) for name in _TIMES))))
    return documents.pdf("law", data, language=language, made_at=made_at)


def preview(template: LegalTemplate, at: datetime) -> bytes:
    """The words without answers, for whoever writes or approves them."""
    with translation.override(template.language):
        data = _frame(template, {}, template.agency.name) | {
            "number": "",
            "stamp": _("Preview: not a document"),
            "signature": {"label": template.content.get("signature") or _("Signature"), "rows": _signature("", "", "")},
            "times": [],
            "times-title": "",
            "foot": _foot(template),
        }
    return documents.pdf("law", data, language=template.language, made_at=at)


def _page(form: LegalForm) -> dict[str, Any]:
    template, zone = form.template, form.agency.zone
    signed = _shown(form.signed_at, zone) if form.signed_at else ""
    data = _frame(template, form.content, form.agency.name, zone)
    return data | {
        "number": _("Form %(number)s") % {"number": form.number},
        "stamp": "" if form.signed_at else _("Draft: not signed"),
        "signature": {
            "label": template.content.get("signature") or _("Signature"),
            "rows": _signature(form.signed_name, signed, form.sha256[:16]),
        },
        "times": _times(form, zone),
        "times-title": _("Times at the facility"),
        "foot": _foot(template),
    }


def _frame(template: LegalTemplate, answers: Mapping[str, Any], agency: str, zone: Any = None) -> dict[str, Any]:
    content = template.content
    name = str(answers.get("person_name", "")) or "________"
    return {
        "layout": content["layout"],
        "title": content["heading"],
        "agency": agency,
        "mark": content.get("mark", "") if template.confirm_with_counsel else "",
        "salutation": content.get("salutation", "").replace("{person_name}", name),
        "opening": content.get("opening", []),
        "sections": _sections(content, answers, zone),
        "statements-title": _("Statements"),
        "statements": content.get("statements", []),
        "rights": content.get("rights", []),
        "closing": content.get("closing", []),
        "receipt": {"label": content.get("receipt", ""), "rows": _received()},
    }


def _sections(content: Mapping[str, Any], answers: Mapping[str, Any], zone: Any) -> list[dict[str, Any]]:
    """Short answers side by side, long ones below their question, in the order of the words."""
    found: list[dict[str, Any]] = []
    for field in content["fields"]:
        title = field.get("section", "")
        if not found or found[-1]["title"] != title:
            found.append({"title": title, "facts": [], "texts": []})
        said = _said(field, answers.get(field["key"]), zone)
        found[-1]["texts" if field["type"] == "long" else "facts"].append([field["label"], said])
    return found


def _said(field: Mapping[str, Any], value: Any, zone: Any) -> str:
    if field["type"] == "several":
        chosen = set(value or ())
        marks = [("☒" if one["value"] in chosen else "☐", one["label"]) for one in field["options"]]
        return "\n".join(f"{mark} {label}" for mark, label in marks)
    if field["type"] == "yes_no":
        yes, no = ("☒" if value == answer else "☐" for answer in ("yes", "no"))
        return f"{yes} {_('Yes')}   {no} {_('No')}"
    if not value:
        return ""
    if field["type"] == "choice":
        return str(next((one["label"] for one in field["options"] if one["value"] == value), value))
    return _shown(datetime.fromisoformat(value), zone) if field["type"] == "time" else str(value)


def _signature(name: str, at: str, sealed: str) -> list[list[str]]:
    rows = [[_("Name"), name], [_("Date and time"), at]]
    rows += [[_("Signed in the program, seal"), sealed]] if sealed else []
    return [*rows, [_("Signature on paper"), ""]]


def _received() -> list[list[str]]:
    return [[_("Name"), ""], [_("Signature on paper"), ""], [_("Date and time"), ""]]


def _times(form: LegalForm, zone: Any) -> list[list[str]]:
    if not any(getattr(form, name) for name in _TIMES):
        return []
    decided = _("Refused") if form.accepted is False else _("Accepted")
    rows = (
        (_("Apprehended"), form.apprehended_at),
        (_("Presented"), form.presented_at),
        (decided, form.decided_at),
        (_("Custody transferred"), form.custody_transferred_at),
    )
    said = [[label, _shown(at, zone) if at else ""] for label, at in rows]
    return [*said, [_("Why it was refused"), form.refusal_reason]] if form.refusal_reason else said


def _foot(template: LegalTemplate) -> str:
    version = {"number": template.number, "from": template.effective_from or "", "sha": template.sha256[:12]}
    return _("Words version %(number)s in force from %(from)s, %(sha)s") % version


def _shown(at: datetime, zone: Any) -> str:
    """The day as its language writes it, the clock of 24 hours, and which clock it was."""
    local = timezone.localtime(at, zone)
    return f"{date_format(local, 'DATE_FORMAT')}, {local.strftime('%H:%M %Z')}"


def answers(form: LegalForm) -> list[dict[str, Any]]:
    """What was answered, for a page: sections with questions and answers in words."""
    return _sections(form.template.content, form.content, form.agency.zone)
