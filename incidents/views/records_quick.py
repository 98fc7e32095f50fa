"""The answers of an ordinary day: a question shows these first, and the others one tap further."""

from incidents.record_vocabulary import Behavior, Force, Outcome, RecordNature, Technique, Weapon

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
    "weapon": frozenset({Weapon.NONE, Weapon.STATED, Weapon.ON_PERSON}),
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
    "force_highest": frozenset(str(one.value) for one in (Force.PRESENCE, Force.VERBAL, Force.SOFT_HANDS)),
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
