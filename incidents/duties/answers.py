"""What is written into a form: each answer checked against the field that its version of the words declares."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

LONGEST: Final = {"text": 200, "long": 6000}
YES_NO: Final = ("yes", "no")


def refused(content: Mapping[str, Any], answers: Mapping[str, Any]) -> list[str]:
    """The keys of answers that the words do not ask for, or not so."""
    fields = {each["key"]: each for each in content["fields"]}
    return [key for key, value in answers.items() if key not in fields or not _fits(fields[key], value)]


def kept(content: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers in the order of the form, without what was left empty."""
    keys = [each["key"] for each in content["fields"]]
    return {key: answers[key] for key in keys if answers.get(key) not in (None, "", [])}


def empty(content: Mapping[str, Any], answers: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The fields that must be answered and are not."""
    return [each for each in content["fields"] if each.get("required") and not answers.get(each["key"])]


def _fits(field: Mapping[str, Any], value: Any) -> bool:
    if value in (None, "", []):
        return True
    kind = field["type"]
    values = {option["value"] for option in field.get("options", ())}
    if kind == "several":
        return isinstance(value, list) and all(isinstance(each, str) and each in values for each in value)
    if not isinstance(value, str):
        return False
    if kind == "choice":
        return value in values
    if kind == "yes_no":
        return value in YES_NO
    return _is_moment(value) if kind == "time" else len(value) <= LONGEST[kind]


def _is_moment(value: str) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
