"""Which skills a call asks for, from what is known of it."""

from collections.abc import Mapping

from incidents.vocabulary import Nature
from officers.models import CampusKind
from officers.vocabulary import Skill

# A call of any other nature asks for no skill beyond the certificate.
BY_NATURE: Mapping[str, Skill] = {
    Nature.SUICIDE_ATTEMPT: Skill.YOUTH_MENTAL_HEALTH,
    Nature.SUICIDAL_IDEATION: Skill.YOUTH_MENTAL_HEALTH,
    Nature.SELF_HARM: Skill.YOUTH_MENTAL_HEALTH,
    Nature.PANIC: Skill.YOUTH_MENTAL_HEALTH,
    Nature.OUTBURST: Skill.YOUTH_MENTAL_HEALTH,
    Nature.DISABILITY: Skill.AUTISM,
    Nature.GRIEF: Skill.TRAUMA,
    Nature.ABUSE: Skill.TRAUMA,
    Nature.FAMILY: Skill.TRAUMA,
    Nature.OVERDOSE: Skill.SUBSTANCE,
    Nature.THREAT_TO_OTHERS: Skill.NEGOTIATION,
    Nature.WEAPON: Skill.NEGOTIATION,
    Nature.PSYCHOSIS: Skill.NEGOTIATION,
    Nature.MEDICAL: Skill.FIRST_AID,
}
# Where the children are youngest, whoever goes should know how to talk with them.
YOUTH = frozenset({CampusKind.ELEMENTARY.value, CampusKind.MIDDLE.value})
WITHOUT_CRISIS = frozenset({Nature.MEDICAL.value, Nature.FOLLOW_UP.value})


def skills(nature: str, campus_kind: str) -> frozenset[str]:
    """The skills that make one unit a better match than another."""
    found = {BY_NATURE[nature].value} if nature in BY_NATURE else set()
    if campus_kind in YOUTH and nature not in WITHOUT_CRISIS:
        found.add(Skill.YOUTH_MENTAL_HEALTH.value)
    return frozenset(found)
