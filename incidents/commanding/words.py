"""The words of the command line: verbs, statuses, endings and reasons, and how each is used."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.vocabulary import CitUnavailable, CloseReason, Override

Words = str | Promise

# verb: how it is typed, and what it does
VERBS: Mapping[str, tuple[str, Words]] = {
    "n": ("n ln204 su", _("New call: place and nature")),
    "d": ("d 417 c5", _("Send a unit to an incident")),
    "s": ("s c12 os", _("Status of a unit: av, er, os, bz, of")),
    "u": ("u 417 c9", _("Add a unit")),
    "r": ("r 417 c9", _("Release a unit")),
    "nt": ("nt 415 …", _("Note on an incident")),
    "m": ("m 417", _("Request the mobile crisis team")),
    "x": ("x 408 counselor", _("Close with how it ended")),
    "g": ("g 415", _("Go to an incident, a unit or a place")),
    "z": ("z", _("Undo my last command, within a minute")),
}
STATUS: Mapping[str, tuple[str, ...]] = {
    "available": ("av",),
    "en_route": ("er",),
    "on_scene": ("os",),
    "busy": ("bz",),
    "out_of_service": ("of",),
}
ENDINGS: Mapping[str, tuple[str, ...]] = {
    CloseReason.REPORT_TAKEN: ("report", "report_taken", "informe"),
    CloseReason.NO_REPORT: ("none", "no_report", "ninguno"),
    CloseReason.HANDED_OFF: ("handed", "counselor", "988", "team", "parent", "consejero", "equipo"),
    CloseReason.UNFOUNDED: ("unfounded", "infundado"),
}
OVERRIDES: Mapping[str, tuple[str, ...]] = {
    Override.KNOWS_PERSON: ("knows", "conoce"),
    Override.NEARER: ("nearer", "cerca"),
    Override.SKILL: ("skill", "pericia"),
    Override.REQUESTED: ("asked", "pidio"),
    Override.DIRECTED: ("directed", "orden"),
}
NO_CIT: Mapping[str, tuple[str, ...]] = {
    CitUnavailable.NONE_ON_DUTY: ("nocit", "sincit"),
    CitUnavailable.ALL_COMMITTED: ("committed", "ocupados"),
    CitUnavailable.TOO_FAR: ("far", "lejos"),
    CitUnavailable.DECLINED: ("declined", "rechazado"),
}
WHY = {**OVERRIDES, **NO_CIT}
NEEDS_A_FORM = frozenset({"force", "hold", "delete", "reopen", "fuerza", "retencion", "borrar", "reabrir"})
