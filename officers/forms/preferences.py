"""What people may choose about their own screens."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

THEMES = [
    ("", _("As the page or device suggests")),
    ("dark", _("Dark")),
    ("light", _("Light")),
    ("contrast", _("High contrast")),
]
DENSITIES = [
    ("", _("As the page suggests")),
    ("compact", _("Compact")),
    ("comfortable", _("Comfortable")),
    ("touch", _("Large, for touch")),
]
HANDS = [("", _("Right")), ("left", _("Left"))]
KEYS = [("", _("All keys")), ("long", _("Only function keys and Ctrl"))]


class PreferencesForm(forms.Form):
    """Colors, size, language, keys, and the hand that holds the tablet."""

    theme = forms.ChoiceField(label=_("Colors"), choices=THEMES, required=False)
    density = forms.ChoiceField(label=_("Size"), choices=DENSITIES, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    keys = forms.ChoiceField(label=_("Keys"), choices=KEYS, required=False)
    hand = forms.ChoiceField(label=_("Thumb (tablet)"), choices=HANDS, required=False)


class DemoLoginForm(forms.Form):
    """Which invented person to be."""

    email = forms.EmailField()
