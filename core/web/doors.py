"""A service beside its form and its request body, and cleaned input as the service names it."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from rest_framework import serializers

from core.actors import Actor

Service = Callable[..., Any]
Door = tuple[Service, type[forms.Form], type[serializers.Serializer[Any]]]


def keywords(clean: Mapping[str, Any]) -> dict[str, Any]:
    """Cleaned input as the service names it."""
    given = dict(clean)
    if "version" in given:
        given["expected_version"] = given.pop("version")
    return given


def act(service: Service, record: Any, actor: Actor, form: Any) -> Callable[[], Any]:
    """The service with what the form holds, ready for `core.web.pages.attempt`."""
    return lambda: service(record, actor=actor, **keywords(form.cleaned_data))
