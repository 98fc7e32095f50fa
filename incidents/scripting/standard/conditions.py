"""Conditions that the standard script uses often."""

from incidents.scripting.parts import Condition


def given(item: str, *values: str) -> Condition:
    """One of these was answered."""
    return {"item": item, "op": "in", "value": list(values)} if len(values) > 1 else _eq(item, values[0])


def has(item: str, value: str) -> Condition:
    """This is one of several answers."""
    return {"item": item, "op": "has", "value": value}


def beyond_no(item: str) -> Condition:
    """It was answered, and not with no."""
    return {"all": [{"item": item, "op": "answered"}, {"item": item, "op": "ne", "value": "no"}]}


def _eq(item: str, value: str) -> Condition:
    return {"item": item, "op": "eq", "value": value}
