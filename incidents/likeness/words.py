"""The reason in words, in the language of whoever reads it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.likeness.result import Like, Sign

SIGNS: Mapping[Sign, Promise] = {
    Sign.PERSON: gettext_lazy("same person"),
    Sign.CALLBACK: gettext_lazy("same callback number"),
    Sign.CALLER: gettext_lazy("same caller"),
    Sign.ROOM: gettext_lazy("same room"),
    Sign.BUILDING: gettext_lazy("same building"),
    Sign.FAMILY: gettext_lazy("similar nature"),
}


def reason(like: Like) -> str:
    """Such as: same room, similar nature, 3 min ago."""
    ago = _("%(minutes)s min ago") % {"minutes": like.minutes} if like.minutes else _("just now")
    return ", ".join([*(str(SIGNS[sign]) for sign in like.signs), ago])
