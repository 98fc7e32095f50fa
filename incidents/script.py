"""The dispatcher's question script: closed answers, the floors they set, and what follows. One version, as data."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.vocabulary import Nature, Priority

VERSION = 1
UNKNOWN = "unknown"
P1, P2, P3, P4 = Priority.P1.value, Priority.P2.value, Priority.P3.value, Priority.P4.value


@dataclass(frozen=True, slots=True)
class Question:
    """`floors`: answer to "at least this urgent"; `raises`: an unknown answer goes one level up."""

    key: str
    text: str | Promise
    answers: tuple[str, ...]
    floors: dict[str, str]
    raises: bool = False
    trigger: tuple[str, frozenset[str]] | None = None


SAFETY = ("q03", "q04", "q05", "q06")

QUESTIONS: tuple[Question, ...] = (
    Question(
        "q03",
        _("Is anybody injured, or has anybody taken, swallowed or breathed in something?"),
        ("no", "injury_minor", "injury_serious", "ingestion", "not_awake_or_breathing"),
        {"injury_minor": P3, "injury_serious": P1, "ingestion": P1, "not_awake_or_breathing": P1},
        raises=True,
    ),
    Question(
        "q04",
        _("Is there a weapon, anything used like one, or one within reach?"),
        ("no", "stated_only", "accessible", "on_person", "in_hand"),
        {"stated_only": P2, "accessible": P2, "on_person": P1, "in_hand": P1},
        raises=True,
        trigger=("weapon", frozenset({"stated_only", "accessible", "on_person", "in_hand"})),
    ),
    Question(
        "q05",
        _("Is the person trying to harm themselves, or saying that they will?"),
        ("no", "hints", "self_harm_only", "talks_about", "says_will", "attempt_now"),
        {"hints": P3, "self_harm_only": P3, "talks_about": P3, "says_will": P2, "attempt_now": P1},
        raises=True,
        trigger=(
            "suicide_threat_attempt",
            frozenset({"hints", "self_harm_only", "talks_about", "says_will", "attempt_now"}),
        ),
    ),
    Question("q05a", _("Did they mention a way or a time?"), ("yes", "no"), {"yes": P2}),
    Question(
        "q06",
        _("Is anyone else being hurt or threatened?"),
        ("no", "threat_general", "threat_target", "assault_now"),
        {"threat_general": P3, UNKNOWN: P3, "threat_target": P2, "assault_now": P1},
        trigger=("violent", frozenset({"assault_now"})),
    ),
    Question(
        "q07",
        _("Where is the person now and who is beside them?"),
        ("with_adult", "with_students", "alone", "left_area"),
        {"with_students": P3, "alone": P3, "left_area": P3},
    ),
    Question(
        "q09a",
        _("Is it getting worse, staying level, or settling?"),
        ("worse", "same", "calmer"),
        {"worse": P3},
        trigger=("escalating_risk", frozenset({"worse"})),
    ),
)
BY_KEY = {question.key: question for question in QUESTIONS}

# Start value while a safety question is open, and the floor that no answer lowers.
START_AND_FLOOR: dict[str, tuple[str, str]] = {
    Nature.SUICIDE_ATTEMPT: (P1, P1),
    Nature.SUICIDAL_IDEATION: (P2, P3),
    Nature.SELF_HARM: (P2, P3),
    Nature.THREAT_TO_OTHERS: (P2, P3),
    Nature.PSYCHOSIS: (P2, P3),
    Nature.PANIC: (P3, P4),
    Nature.OUTBURST: (P3, P4),
    Nature.DISABILITY: (P3, P4),
    Nature.OVERDOSE: (P1, P2),
    Nature.RUNAWAY: (P2, P3),
    Nature.WELFARE: (P3, P4),
    Nature.GRIEF: (P3, P4),
    Nature.FAMILY: (P3, P4),
    Nature.ABUSE: (P3, P4),
    Nature.FIGHT: (P2, P3),
    Nature.WEAPON: (P1, P1),
    Nature.OFFENSE: (P2, P3),
    Nature.MEDICATION: (P3, P4),
    Nature.MEDICAL: (P2, P4),
    Nature.FOLLOW_UP: (P4, P4),
}
