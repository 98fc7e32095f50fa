"""A response plan as plain values for its page."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils import formats, timezone

from core import clock
from core.workflow import Move
from incidents.care import ROWS, SECTIONS, reading
from incidents.care.checking import day
from incidents.care.schema import title
from incidents.models import ResponsePlan

ORDERED = ("strategies", "contacts")
SIDE_BY_SIDE = ("helps", "avoid")


def sections(plan: ResponsePlan) -> list[dict[str, Any]]:
    """What it says, in order; what it does not say is left out. The caution stands apart."""
    content = plan.content
    return [_section(name, content[name]) for name in SECTIONS if name != "caution" and content.get(name)]


def _section(name: str, said: Any) -> dict[str, Any]:
    if name not in ROWS:
        return {"name": name, "title": title(name), "text": said, "rows": ()}
    ordered = name in ORDERED
    return {
        "name": name,
        "title": title(name),
        "text": "",
        "rows": [_row(name, row) for row in said],
        "ordered": ordered,
    }


def _row(name: str, row: Mapping[str, str]) -> dict[str, Any]:
    if name in SIDE_BY_SIDE:
        return {"text": reading.one_advice(row), "small": ""}
    if name == "triggers":
        return {"text": row["text"], "small": ", ".join(filter(None, (row["source"], _day(row["on"]))))}
    if name == "contacts":
        who = ", ".join(filter(None, (row["relationship"], row["organization"], row["reach"])))
        return {"text": row["name"], "small": who, "phone": row["phone"]}
    if name == "safety":
        today = timezone.localdate(clock.now())
        return {
            "text": reading.one_concern(row),
            "small": "",
            "until": day(row["expires_on"]),
            "over": not reading.holds(row, today),
        }
    return {"text": row["text"], "small": ""}


def _day(text: str) -> str:
    found = day(text)
    return formats.date_format(found, "j M Y") if found else ""


def button(plan: ResponsePlan, move: Move) -> dict[str, Any]:
    """A move that needs no form."""
    return {
        "name": move.name,
        "label": move.label,
        "tone": move.tone,
        "url": reverse("response_plan_move", args=[plan.pk]),
        "version": plan.version,
        "primary": move.name == "submit",
    }
