"""Query parameters, read by a form; what the form does not know is refused rather than ignored."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.errors import DomainError


class BadQuery(DomainError):
    """An address with parameters that this page does not know."""

    status = 400
    code = "bad_query"

    def __init__(self, message: object = _("The address holds a filter that this page does not know.")) -> None:
        super().__init__(message)


def parse(query: QueryDict, form_of: Callable[[QueryDict], forms.Form]) -> dict[str, Any]:
    """The cleaned parameters, or BadQuery."""
    mark_read(query)
    form = form_of(query)
    if query.keys() - form.fields.keys() or not form.is_valid():
        raise BadQuery
    return form.cleaned_data


def mark_read(query: QueryDict) -> None:
    """Say that the page looks at its parameters; parameters that nobody looks at are refused."""
    vars(query)["read"] = True


def unread(query: QueryDict) -> bool:
    """Whether there are parameters and nobody has looked at them."""
    return bool(query) and not vars(query).get("read", False)
