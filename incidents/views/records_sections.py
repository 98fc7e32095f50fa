"""Which part of the record's page asks what, what is tapped first, and what opens which question."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.record_vocabulary import Behavior, Force, Outcome, RecordNature, Technique


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page; `more` are fields that stay folded until somebody needs them."""

    key: str
    title: str | Promise
    fields: tuple[str, ...]
    more: tuple[str, ...] = ()


SECTIONS = (
    Section("seen", _("You saw"), ("nature", "behaviors")),
    Section("done", _("You did"), ("techniques",)),
    Section(
        "harm",
        _("Weapon, force, injuries"),
        ("weapon", "force_highest", "force_reportable", "restraint_used", "restraints", "anyone_injured", "injuries"),
    ),
    Section(
        "ended",
        _("How it ended"),
        ("primary_outcome", "notifications"),
        more=("outcomes", "offense_alleged", "arrestable_but_diverted"),
    ),
    Section("words", _("In your words"), (), more=("narrative",)),
)

# The answers of an ordinary day; the others are one tap away.
QUICK: dict[str, frozenset[str]] = {
    "nature": frozenset(
        {
            RecordNature.SUICIDAL,
            RecordNature.DEPRESSION,
            RecordNature.ANXIETY,
            RecordNature.AUTISM,
            RecordNature.FAMILY,
            RecordNature.SCHOOL,
        }
    ),
    "behaviors": frozenset(
        {
            Behavior.SUICIDAL_STATEMENT,
            Behavior.CRYING,
            Behavior.AGITATED,
            Behavior.WITHDRAWN,
            Behavior.BELLIGERENT,
            Behavior.PANIC,
        }
    ),
    "techniques": frozenset(
        {
            Technique.INTRODUCED,
            Technique.TIME_DISTANCE,
            Technique.CALM_TONE,
            Technique.REFLECTING,
            Technique.CHOICES,
            Technique.AUDIENCE,
        }
    ),
    "force_highest": frozenset({str(Force.PRESENCE.value), str(Force.VERBAL.value), str(Force.SOFT_HANDS.value)}),
    "primary_outcome": frozenset(
        {
            Outcome.RETURNED,
            Outcome.WITH_COUNSELOR,
            Outcome.REF_COUNSELOR,
            Outcome.TO_PARENT,
            Outcome.MOBILE_CRISIS,
            Outcome.DETENTION,
        }
    ),
}

# A question that only some answers open: the field that opens it, and with which of its values.
OPENED_BY: dict[str, tuple[str, frozenset[str]]] = {
    "force_reportable": (
        "force_highest",
        frozenset(str(grade) for grade in Force.values if grade >= Force.SOFT_HANDS),
    ),
    "restraint_used": (
        "force_highest",
        frozenset(str(grade) for grade in Force.values if grade >= Force.SOFT_HANDS),
    ),
    "restraints": ("restraint_used", frozenset({"true"})),
    "arrestable_but_diverted": ("offense_alleged", frozenset({"yes"})),
    "injuries": ("anyone_injured", frozenset({"true"})),
}
