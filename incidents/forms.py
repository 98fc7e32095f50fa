"""Door 1: what the pages accept. The same names and bounds as `incidents.api.serializers`."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.web.versions import CurrentVersion, VersionForm
from incidents.models.incident import LONGEST_SAID
from incidents.selectors import candidates, places
from incidents.shown import LONGEST
from incidents.vocabulary import OVERRIDES, CallerRole, CitUnavailable, CloseReason, Nature, ReopenReason, Via
from officers.models import Campus, Officer, Room
from officers.vocabulary import Language

EMPTY = ("", "–")
# Everybody who answers a call speaks English, so it is never the language that a unit is chosen for.
LANGUAGES = [EMPTY, *((value, label) for value, label in Language.choices if value != Language.ENGLISH)]


def _select(label: Any, choices: type[TextChoices], **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[EMPTY, *choices.choices], **options)


def _by_campus(rooms: Iterable[Room]) -> Callable[[], list[tuple[Any, Any]]]:
    """Rooms under the name of their campus; they are read when the page is drawn, and not when a form is sent."""

    def choices() -> list[tuple[Any, Any]]:
        groups: dict[str, list[tuple[str, str]]] = {}
        for room in rooms:
            words = _("%(room)s, building %(building)s") % {"room": room.name, "building": room.building.name}
            groups.setdefault(room.building.campus.name, []).append((str(room.pk), words))
        return [("", _("Not known, or outdoors")), *groups.items()]

    return choices


class CallForm(forms.Form):
    """A call as a dispatcher types it."""

    client_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    campus = forms.ModelChoiceField(label=_("Campus"), queryset=Campus.objects.none(), empty_label="–")
    room = forms.ModelChoiceField(label=_("Room"), queryset=Room.objects.none(), required=False)
    nature = _select(_("Nature"), Nature)
    received_via = _select(_("Reached us by"), Via)
    caller_role = _select(_("Caller is"), CallerRole)
    caller_name = forms.CharField(label=_("Caller’s name"), max_length=80, required=False)
    callback = forms.CharField(label=_("Callback number"), max_length=20, required=False)
    language_needed = forms.ChoiceField(label=_("Language needed"), choices=LANGUAGES, required=False)
    said = forms.CharField(
        label=_("What was said"), max_length=LONGEST_SAID, widget=forms.Textarea(attrs={"rows": "5"})
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, actor: Actor) -> None:
        super().__init__(data)
        campus, room = self.fields["campus"], self.fields["room"]
        if isinstance(campus, forms.ModelChoiceField) and isinstance(room, forms.ModelChoiceField):
            campus.queryset, room.queryset = places.campuses(actor), places.rooms(actor)
            room.widget.choices = _by_campus(places.rooms(actor))


class SendForm(VersionForm):
    """Whom to send, why nobody certified when nobody is, and why not the first recommended; `shown` is its seal."""

    officer = forms.ModelChoiceField(label=_("Unit"), queryset=Officer.objects.none(), widget=forms.HiddenInput)
    cit_unavailable_reason = _select(_("Why no CIT officer is sent"), CitUnavailable, required=False)
    override_reason = forms.ChoiceField(
        label=_("Why another unit than the first"), choices=[EMPTY, *OVERRIDES], required=False
    )
    override_note = forms.CharField(
        label=_("In a few words"), max_length=200, required=False, help_text=_("Needed for “Other”.")
    )
    shown = forms.CharField(max_length=LONGEST, required=False, widget=CurrentVersion)

    def __init__(self, data: Mapping[str, Any] | None = None, *, version: int, actor: Actor) -> None:
        super().__init__(data, version=version)
        officer = self.fields["officer"]
        if isinstance(officer, forms.ModelChoiceField):
            officer.queryset = candidates.officers(actor)


class CloseForm(VersionForm):
    """How an incident ended for dispatch."""

    close_reason = forms.ChoiceField(label=_("How it ended"), choices=CloseReason.choices, widget=forms.RadioSelect)


class ReopenForm(VersionForm):
    """Why a finished incident is handled again."""

    reopen_reason = forms.ChoiceField(label=_("Why"), choices=ReopenReason.choices, widget=forms.RadioSelect)


class PartMoveForm(VersionForm):
    """One tap of an officer, or of the desk for them."""

    move = forms.ChoiceField(choices=[("start", ""), ("arrive", ""), ("clear", "")])


class CallBackForm(VersionForm):
    """Why an officer is called back."""

    cancel_reason = forms.CharField(label=_("Why the unit is called back"), max_length=200)
