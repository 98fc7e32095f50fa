"""Reading a status: of the officer's part in an incident where there is one, else of the officer."""

from django.utils.translation import gettext_lazy as _

from incidents.commanding import matching
from incidents.commanding.reading import units
from incidents.commanding.result import Reading, Unread
from incidents.commanding.words import STATUS, VERBS
from incidents.commanding.world import KnownUnit, World

ON_A_CALL = {
    "available": ("clear", _("%(unit)s is clear of %(number)s")),
    "en_route": ("start", _("%(unit)s is en route to %(number)s")),
    "on_scene": ("arrive", _("%(unit)s is on scene at %(number)s")),
}
FREE = {
    "available": _("%(unit)s is available"),
    "busy": _("%(unit)s is busy"),
    "out_of_service": _("%(unit)s is out of service"),
}


def status(words: list[str], world: World) -> list[Reading]:
    """`s c12 os`."""
    if len(words) != 2:
        raise Unread(_("Type it like this: %(how)s") % {"how": VERBS["s"][0]}, usage=VERBS["s"][1])
    found = units(words[0], world)
    slugs = [slug for slug, names in STATUS.items() if matching.plain(words[1]) in names]
    if not slugs:
        raise Unread(_("The statuses are av, er, os, bz and of."))
    return [_of(unit, slugs[0]) for unit in found]


def _of(unit: KnownUnit, slug: str) -> Reading:
    names = {"unit": unit.call_sign, "number": unit.incident}
    if unit.part:
        if slug not in ON_A_CALL:
            raise Unread(_("%(unit)s is on %(number)s. Clear it first.") % names)
        move, sentence = ON_A_CALL[slug]
        return Reading("s", sentence % names, {"part": unit.part, "move": move, "incident": unit.incident_key})
    if slug not in FREE:
        raise Unread(_("%(unit)s is on no incident.") % names)
    return Reading("s", FREE[slug] % names, {"unit": unit.key, "duty": slug})
