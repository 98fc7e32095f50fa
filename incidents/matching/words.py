"""A suggestion's reasons in words, in the language of whoever reads them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.matching.result import AGAINST, Band, Match, Sign

BANDS: Mapping[Band, Promise] = {
    Band.CERTAIN: _("Certain"),
    Band.LIKELY: _("Likely"),
    Band.POSSIBLE: _("Possible"),
}
SIGNS: Mapping[Sign, Promise] = {
    Sign.NUMBER: _("same student number"),
    Sign.NAME: _("same name"),
    Sign.NAME_VARIANT: _("form of the same name"),
    Sign.NAME_OVERLAP: _("shares names"),
    Sign.NAME_PART: _("part of the name"),
    Sign.BORN: _("same birth date"),
    Sign.BORN_NEARLY: _("birth date nearly the same"),
    Sign.AGE: _("about the same age"),
    Sign.CAMPUS: _("same campus"),
    Sign.GRADE: _("same grade"),
    Sign.GRADE_NEXT: _("next grade"),
    Sign.OTHER_NAME: _("other name"),
    Sign.OTHER_NUMBER: _("other student number"),
    Sign.OTHER_BIRTH: _("other birth date"),
    Sign.OTHER_AGE: _("other age"),
}


def reasons(match: Match) -> list[str]:
    """What speaks for it."""
    return [str(SIGNS[sign]) for sign in match.signs if sign not in AGAINST]


def doubts(match: Match) -> list[str]:
    """What speaks against it."""
    return [str(SIGNS[sign]) for sign in match.signs if sign in AGAINST]
