"""Door 1 of script versions: a new draft, its words as JSON, and one question of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from incidents.scripting import STANDARD
from incidents.scripting.typed import Unreadable, parse, pretty

LONGEST = 400_000
STANDARD_CHOICE = (STANDARD.version, _("Standard of the program"))


class DraftForm(forms.Form):
    """A new draft, and the version whose words it begins with."""

    title = forms.CharField(label=_("Title"), max_length=80)
    based_on = forms.TypedChoiceField(
        label=_("Begin with the words of"), choices=[STANDARD_CHOICE], coerce=int, initial=STANDARD.version
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, versions: Iterable[tuple[int, str]] = ()) -> None:
        super().__init__(data)
        field = self.fields["based_on"]
        if isinstance(field, forms.TypedChoiceField):
            field.choices = [STANDARD_CHOICE, *versions]


class JsonField(forms.CharField):
    """Content as JSON; what was typed stays as it was typed when it cannot be read."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": "28", "spellcheck": "false", "class": "mono"})
        super().__init__(widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        """The content for people to read."""
        return value if value is None or isinstance(value, str) else pretty(value)

    def to_python(self, value: Any) -> Any:
        """The content as values."""
        text = super().to_python(value) or ""
        if len(text) > LONGEST:
            raise forms.ValidationError(_("The script is too long."))
        try:
            return parse(text) if text else {}
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error

    def run_validators(self, value: Any) -> None:
        """What the text says is checked by the service."""

    def validate(self, value: Any) -> None:
        """An empty object is refused by the service, with words."""


class ReviseForm(VersionForm):
    """The whole draft."""

    title = forms.CharField(label=_("Title"), max_length=80)
    content = JsonField(label=_("Script"))
