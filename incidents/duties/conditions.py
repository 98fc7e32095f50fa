"""Conditions as data over one flat record: {"all": [...]}, {"any": [...]}, {"not": ...} or {item, op, value}."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from core.errors import Undeclared

Facts = Mapping[str, Any]
_UNKNOWN = (None, "", "unknown", "not_applicable")


def holds(condition: Mapping[str, Any], facts: Facts) -> bool:
    """Whether it is so; what was not recorded fulfils no condition."""
    if "all" in condition:
        return all(holds(each, facts) for each in condition["all"])
    if "any" in condition:
        return any(holds(each, facts) for each in condition["any"])
    if "not" in condition:
        return not holds(condition["not"], facts)
    operation = _OPERATIONS.get(str(condition.get("op")))
    if operation is None:
        raise Undeclared(f"no condition {dict(condition)}")
    return operation(facts.get(condition["item"]), condition.get("value"))


def _collection(value: Any) -> Collection[Any]:
    return value if isinstance(value, list | tuple | set | frozenset) else ()


_OPERATIONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda found, wanted: found == wanted,
    "in": lambda found, wanted: found in _collection(wanted),
    "has": lambda found, wanted: wanted in _collection(found),
    "has_any": lambda found, wanted: bool(set(_collection(found)) & set(_collection(wanted))),
    "gte": lambda found, wanted: found is not None and found >= wanted,
    "answered": lambda found, wanted: found not in _UNKNOWN and found not in ([], ()),
}
