"""Version 1 of the script: the standard of the program, kept here and never stored."""

from incidents.scripting.parts import P1, P2, P3, P4, Script
from incidents.scripting.standard.danger import DANGER
from incidents.scripting.standard.help import HELP
from incidents.scripting.standard.person import PERSON
from incidents.scripting.standard.rules import RULES, SUPPORT
from incidents.vocabulary import Nature

# Start value while a safety question is open, and the floor that no answer lowers.
NATURES: dict[str, tuple[str, str]] = {
    Nature.SUICIDE_ATTEMPT.value: (P1, P1),
    Nature.SUICIDAL_IDEATION.value: (P2, P3),
    Nature.SELF_HARM.value: (P2, P3),
    Nature.THREAT_TO_OTHERS.value: (P2, P3),
    Nature.PSYCHOSIS.value: (P2, P3),
    Nature.PANIC.value: (P3, P4),
    Nature.OUTBURST.value: (P3, P4),
    Nature.DISABILITY.value: (P3, P4),
    Nature.OVERDOSE.value: (P1, P2),
    Nature.RUNAWAY.value: (P2, P3),
    Nature.WELFARE.value: (P3, P4),
    Nature.GRIEF.value: (P3, P4),
    Nature.FAMILY.value: (P3, P4),
    Nature.ABUSE.value: (P3, P4),
    Nature.FIGHT.value: (P2, P3),
    Nature.WEAPON.value: (P1, P1),
    Nature.OFFENSE.value: (P2, P3),
    Nature.MEDICATION.value: (P3, P4),
    Nature.MEDICAL.value: (P2, P4),
    Nature.FOLLOW_UP.value: (P4, P4),
}
# Whom a level brings whatever was answered. P4 is help without police.
LEVELS: dict[str, tuple[str, ...]] = {
    P1: ("police_cit", "ems", "supervisor"),
    P2: ("police_cit",),
    P3: ("police_cit", "counselor"),
    P4: ("counselor", "lifeline_988"),
}

STANDARD = Script(
    version=1,
    questions=(*DANGER, *PERSON, *HELP),
    rules=RULES,
    fast=("q04", "q03", "q05", "q06", "q07", "q09a"),
    support=SUPPORT,
    natures=NATURES,
    levels=LEVELS,
)
