"""The census: every route and method of the program, found by walking the resolver."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

ANY = ("GET", "POST")
STATIC = "static"


def census() -> list[tuple[str, str]]:
    """Every (route, method) pair, sorted."""
    return sorted(
        {(route, method) for route, view in _views(get_resolver(), "") if route != STATIC for method in methods(view)}
    )


def _views(resolver: URLResolver, prefix: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _views(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield "/" + route, pattern.callback


def methods(view: Callable[..., Any]) -> tuple[str, ...]:
    """What a view answers to: its class's handlers, or the list its decorator holds; unknown ones count for both."""
    handler = getattr(view, "cls", None) or getattr(view, "view_class", None)
    if handler is not None:
        return tuple(m for m in ("GET", "POST", "PUT", "PATCH", "DELETE") if hasattr(handler, m.lower()))
    while view is not None:
        for cell in getattr(view, "__closure__", None) or ():
            if isinstance(cell.cell_contents, list | tuple) and {"GET", "POST", "PATCH"} & set(cell.cell_contents):
                return tuple(m for m in cell.cell_contents if m not in ("HEAD", "OPTIONS"))
        view = getattr(view, "__wrapped__", None)
    return ANY
