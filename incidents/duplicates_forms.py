"""Adding a call, merging and splitting: what pages and programs send. The same names and bounds for both."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from core.actors import Actor
from core.templatetags.ui import clock
from core.web.idempotency import IdempotencyKeyField
from core.web.versions import CurrentVersion, VersionForm, VersionIn
from incidents.duplicates_vocabulary import MergeReason, SplitReason
from incidents.forms import EMPTY, LANGUAGES
from incidents.models import Call, Incident
from incidents.models.duplicates import MOST_MINUTES
from incidents.models.incident import LONGEST_SAID
from incidents.selectors import duplicates as selector
from incidents.vocabulary import CallerRole, Nature, Via

if TYPE_CHECKING:
    IncidentChoice = forms.ModelChoiceField[Incident]
    CallChoice = forms.ModelChoiceField[Call]
else:
    # The types are generic for the checker alone.
    IncidentChoice = CallChoice = forms.ModelChoiceField

PEOPLE, SHORT = 8, 60


class JsonField(forms.Field):
    """A list or an object that a page carries hidden."""

    widget = forms.HiddenInput

    def __init__(self, kind: type[Any]) -> None:
        super().__init__(required=False)
        self.kind = kind

    def to_python(self, value: Any) -> Any:
        """The value, or a refusal without details: no person writes this."""
        if value in self.empty_values:
            return self.kind()
        try:
            found = json.loads(value)
        except ValueError:
            found = None
        if not isinstance(found, self.kind):
            raise forms.ValidationError(_("This part of the page was not understood. Open it again."))
        return found


class AttachForm(forms.Form):
    """A call that joins an incident, as a dispatcher types it."""

    client_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    said = forms.CharField(
        label=_("What was said"), max_length=LONGEST_SAID, widget=forms.Textarea(attrs={"rows": "4"})
    )
    received_via = forms.ChoiceField(label=_("Reached us by"), choices=[EMPTY, *Via.choices])
    caller_role = forms.ChoiceField(label=_("Caller is"), choices=[EMPTY, *CallerRole.choices])
    caller_name = forms.CharField(label=_("Caller’s name"), max_length=80, required=False)
    callback = forms.CharField(label=_("Callback number"), max_length=20, required=False)
    extension = forms.CharField(label=_("Extension"), max_length=12, required=False)
    nature = forms.ChoiceField(label=_("Nature"), choices=[("", _("As the incident")), *Nature.choices], required=False)
    language_needed = forms.ChoiceField(label=_("Language needed"), choices=LANGUAGES, required=False)
    answers = JsonField(dict)
    subjects = JsonField(list)


class PersonIn(serializers.Serializer[Any]):
    """Somebody whom the call is about."""

    role = serializers.CharField(max_length=10, required=False, allow_blank=True, default="")
    name = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    student_number = serializers.CharField(max_length=20, required=False, allow_blank=True, default="")
    grade = serializers.CharField(max_length=8, required=False, allow_blank=True, default="")
    description = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class AttachIn(serializers.Serializer[Any]):
    """A call that joins an incident; its key is the header Idempotency-Key."""

    client_key = IdempotencyKeyField()
    said = serializers.CharField(max_length=LONGEST_SAID)
    received_via = serializers.ChoiceField(choices=Via.choices)
    caller_role = serializers.ChoiceField(choices=CallerRole.choices)
    caller_name = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    callback = serializers.CharField(max_length=20, required=False, allow_blank=True, default="")
    extension = serializers.CharField(max_length=12, required=False, allow_blank=True, default="")
    nature = serializers.ChoiceField(choices=Nature.choices, required=False, allow_blank=True, default="")
    language_needed = serializers.ChoiceField(
        choices=[value for value, _label in LANGUAGES if value], required=False, allow_blank=True, default=""
    )
    answers = serializers.DictField(child=serializers.CharField(max_length=64), required=False, default=dict)
    subjects = serializers.ListField(child=PersonIn(), max_length=PEOPLE, required=False, default=list)


class NumberField(IncidentChoice):
    """An incident by its number, or the last digits of it as people say them."""

    def to_python(self, value: Any) -> Incident | None:
        """The newest with these digits."""
        typed = str(value or "").strip()
        if not typed.isdecimal():
            return super().to_python(typed)
        if self.queryset is None:
            return None
        found = self.queryset.filter(number__endswith=f"-{int(typed):04d}").order_by("-received_at").first()
        if found is None:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return found


class MergeForm(VersionForm):
    """Which incident goes on, and why."""

    into = NumberField(
        label=_("Goes on in"),
        queryset=Incident.objects.none(),
        to_field_name="number",
        widget=forms.TextInput(attrs={"list": "open-incidents", "autocomplete": "off"}),
        help_text=_("Its number, or the last digits of it."),
        error_messages={"invalid_choice": _("No incident of this number goes on now.")},
    )
    merge_reason = forms.ChoiceField(label=_("Why"), choices=MergeReason.choices, widget=forms.RadioSelect)

    def __init__(self, data: Mapping[str, Any] | None = None, *, version: int, actor: Actor) -> None:
        super().__init__(data, version=version)
        into = self.fields["into"]
        if isinstance(into, forms.ModelChoiceField):
            into.queryset = selector.could_go_on(actor)


class GoesOnField(serializers.PrimaryKeyRelatedField[Incident]):
    """An incident that goes on and that the caller sees."""

    def get_queryset(self) -> QuerySet[Incident]:
        """Those of the caller's agency."""
        return selector.could_go_on(self.context["actor"])


class MergeIn(VersionIn):
    """Which incident goes on, and why."""

    into = GoesOnField()
    merge_reason = serializers.ChoiceField(choices=MergeReason.choices)


class CallField(CallChoice):
    """A call by what is seen of it."""

    def label_from_instance(self, obj: Any) -> str:
        """Number, time, who called, and how it began."""
        said = obj.said if len(obj.said) <= SHORT else f"{obj.said[:SHORT]}…"
        return f"{obj.number} · {clock(obj.received_at)} · {obj.get_caller_role_display()} · {said}"


class SplitForm(VersionForm):
    """Which call leaves, and why."""

    call = CallField(label=_("Call"), queryset=Call.objects.none(), widget=forms.RadioSelect, empty_label=None)
    split_reason = forms.ChoiceField(label=_("Why"), choices=SplitReason.choices, widget=forms.RadioSelect)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, version: int, actor: Actor, incident: Incident, **options: Any
    ) -> None:
        super().__init__(data, version=version, **options)
        call = self.fields["call"]
        if isinstance(call, forms.ModelChoiceField):
            call.queryset = selector.could_leave(actor, incident)


class AnyCallField(serializers.PrimaryKeyRelatedField[Call]):
    """A call that the caller sees."""

    def get_queryset(self) -> QuerySet[Call]:
        """Those of the caller's agency."""
        return selector.calls(self.context["actor"])


class SplitIn(VersionIn):
    """Which call leaves, and why."""

    call = AnyCallField()
    split_reason = serializers.ChoiceField(choices=SplitReason.choices)


class SplitQuery(forms.Form):
    """Which call the link was beside."""

    call = forms.UUIDField(required=False)


class WindowForm(VersionForm):
    """Within how many minutes two calls count as near."""

    version = forms.IntegerField(min_value=0, widget=CurrentVersion)
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=0, max_value=MOST_MINUTES, help_text=_("0 switches the suggestion off.")
    )


class WindowIn(VersionIn):
    """Within how many minutes two calls count as near; version 0 while the usual time counts."""

    version = serializers.IntegerField(min_value=0)
    minutes = serializers.IntegerField(min_value=0, max_value=MOST_MINUTES)
