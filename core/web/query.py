"""Query parameters, read by a form; what the form does not know is refused rather than ignored."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.errors import DomainError


class BadQuery(DomainError):
    """An address with parameters that this page does not know."""

    status = 400
    code = "bad_query"


def parse(query: QueryDict, form_class: type[forms.Form]) -> dict[str, Any]:
    """The cleaned parameters, or BadQuery."""
    form = form_class(query)
    if query.keys() - form.fields.keys() or not form.is_valid():
        raise BadQuery(_("The address holds a filter that this page does not know."))
    return form.cleaned_data
