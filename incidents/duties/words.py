"""The words of legal forms as data: what a version may hold, the hash that proves it, and those shipped."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

FOLDER = Path(__file__).parent / "standard" / "templates"
TYPES: Final = ("text", "long", "time", "yes_no", "choice", "several")
LAYOUTS: Final = ("form", "letter")
_TEXTS = ("heading", "mark", "salutation", "signature", "receipt", "basis")
_LISTS = ("opening", "statements", "closing", "rights")


@dataclass(frozen=True)
class Words:
    """One shipped version."""

    slug: str
    number: int
    language: str
    title: str
    effective_from: date
    source: str
    confirm_with_counsel: bool
    content: Mapping[str, Any]


def digest(content: Any) -> str:
    """SHA-256, in hex, of canonical JSON."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def shipped() -> Iterator[Words]:
    """Every version that comes with the program, in the order of slug, language and number."""
    for path in sorted(FOLDER.glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        yield Words(**{**row, "effective_from": date.fromisoformat(row["effective_from"])})


def problems(content: Any) -> list[str]:
    """Why this cannot be the words of a form; empty when it can."""
    if not isinstance(content, Mapping):
        return ["{}"]
    unknown = content.keys() - {"layout", "fields", "recipients", *_TEXTS, *_LISTS}
    found = [str(name) for name in sorted(unknown)]
    found += [name for name in _TEXTS if not isinstance(content.get(name, ""), str)]
    found += [name for name in _LISTS if not _texts(content.get(name, []))]
    if content.get("layout") not in LAYOUTS:
        found.append("layout")
    if not content.get("heading"):
        found.append("heading")
    fields = content.get("fields")
    if not isinstance(fields, list) or not fields:
        return [*found, "fields"]
    return found + [f"fields {number}" for number, each in enumerate(fields, start=1) if not _sound(each, fields)]


def _sound(each: Any, fields: list[Any]) -> bool:
    if not isinstance(each, Mapping) or each.get("type") not in TYPES:
        return False
    once = sum(1 for other in fields if isinstance(other, Mapping) and other.get("key") == each.get("key")) == 1
    named = all(isinstance(each.get(name), str) and each[name] for name in ("key", "label"))
    options = each.get("options", [])
    chosen = each["type"] not in ("choice", "several") or (bool(options) and all(_option(one) for one in options))
    return once and named and chosen


def _option(option: Any) -> bool:
    return isinstance(option, Mapping) and all(isinstance(option.get(name), str) for name in ("value", "label"))


def _texts(rows: Any) -> bool:
    return isinstance(rows, list) and all(isinstance(row, str) for row in rows)
