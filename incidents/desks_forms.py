"""Door 1 of desks, their turns and the shift log."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm

LONGEST_NAME, LONGEST_TEXT = 40, 4000


def _name() -> forms.CharField:
    return forms.CharField(label=_("Name"), max_length=LONGEST_NAME)


class DeskForm(forms.Form):
    """A new desk."""

    name = _name()


class ChangeDeskForm(VersionForm):
    """Another name, or out of use."""

    name = _name()
    active = forms.BooleanField(label=_("In use"), required=False)


class SignOnForm(forms.Form):
    """Sitting down says it all."""


class SignOffForm(forms.Form):
    """What the next should know."""

    note = forms.CharField(
        label=_("Note for who comes next"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("It is kept in the shift log. Name incidents by their number, and no person."),
    )


class TakeOverForm(forms.Form):
    """Whose turn is taken over, so that nobody is put out of a seat they have just taken."""

    turn = forms.UUIDField(widget=forms.HiddenInput)


class EntryForm(forms.Form):
    """One line of the shift log."""

    text = forms.CharField(
        label=_("What should be known"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3})
    )


class DayQuery(forms.Form):
    """Which day; today without one."""

    day = forms.DateField(label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))


def drawn(form: forms.Form) -> list[Any]:
    """The fields that a page draws; the version is hidden."""
    return [form[name] for name in form.fields if name != "version"]
