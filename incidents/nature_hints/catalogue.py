"""The list an agency starts with: a code and words for every nature, in both languages of the districts we know."""

from collections.abc import Mapping

from incidents.nature_hints.match import Code
from incidents.scripting import STANDARD
from incidents.vocabulary import Nature

STARTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    Nature.SUICIDE_ATTEMPT: (
        "AT",
        ("hanging", "hanged", "noose", "slit wrist*", "took pills", "tomó pastillas", "jumped"),
    ),
    Nature.SUICIDAL_IDEATION: (
        "SU",
        (
            "suicid*",
            "kill myself",
            "kill herself",
            "kill himself",
            "wants to die",
            "no point",
            "end it",
            "quiere morir",
        ),
    ),
    Nature.SELF_HARM: ("SH", ("cutting", "self harm", "cut himself", "cut herself", "burning herself", "se corta")),
    Nature.THREAT_TO_OTHERS: ("TR", ("threat*", "shoot up", "kill list", "hurt someone", "amenaz*")),
    Nature.PSYCHOSIS: ("PS", ("voices", "hallucinat*", "paranoid", "not making sense", "oye voces")),
    Nature.PANIC: ("PX", ("panic", "anxi*", "hyperventilat*", "pánico", "ansiedad")),
    Nature.OUTBURST: ("OB", ("screaming", "yelling", "throwing", "outburst", "melting down", "gritando")),
    Nature.DISABILITY: ("BC", ("autis*", "idd", "nonverbal", "meltdown", "sensory")),
    Nature.OVERDOSE: ("OD", ("overdos*", "fentanyl", "unconscious", "passed out", "vaping", "drunk", "sobredosis")),
    Nature.RUNAWAY: ("EL", ("ran away", "ran off", "left campus", "runaway", "missing", "se escapó")),
    Nature.WELFARE: ("WC", ("check on", "welfare", "absent", "not seen")),
    Nature.GRIEF: ("GR", ("grief", "died", "funeral", "crying about", "duelo")),
    Nature.FAMILY: ("FA", ("custody", "divorce", "parents fighting", "family")),
    Nature.ABUSE: ("DA", ("abuse*", "touched her", "touched him", "hits her", "hits him", "abuso")),
    Nature.FIGHT: ("FI", ("fight", "fighting", "punch*", "pelea")),
    Nature.WEAPON: (
        "WE",
        ("gun", "knife", "weapon", "box cutter", "pistol", "rifle", "razor", "machete", "arma", "cuchillo"),
    ),
    Nature.OFFENSE: ("OF", ("stole", "theft", "vandal*", "damag*", "robó")),
    Nature.MEDICATION: ("MM", ("off her meds", "off his meds", "missed medication", "ran out of pills")),
    Nature.MEDICAL: (
        "ME",
        ("bleeding", "seizure", "chest pain", "not breathing", "collapsed", "sangrando", "no respira"),
    ),
    Nature.FOLLOW_UP: ("FV", ("follow up", "home visit")),
}


def catalogue() -> list[Code]:
    """Every nature with the code and the words it starts with."""
    return [made(nature, code, words) for nature, (code, words) in STARTS.items()]


def made(nature: str, code: str, words: tuple[str, ...]) -> Code:
    """One entry with the label and the urgency that its nature has everywhere."""
    return Code(code, str(nature), str(Nature(nature).label), words, STANDARD.natures[nature][0])
