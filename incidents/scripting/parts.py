"""What a script is made of. Pure values: no clock, no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

UNKNOWN, UNKNOWN_KEY = "unknown", "U"
P1, P2, P3, P4 = "p1", "p2", "p3", "p4"
LEVELS = (P1, P2, P3, P4)
ONE, MANY, NOTE = "one", "many", "note"
# Several answers to one question are kept as one value.
JOIN = ","

Condition = Mapping[str, Any]


class Helper(TextChoices):
    """Whom an answer or a priority brings, the most urgent first."""

    EMS = "ems", _("EMS")
    POLICE_CIT = "police_cit", _("CIT officer")
    POLICE_NEAREST = "police_nearest", _("Nearest officer")
    SECOND_UNIT = "second_unit", _("Second unit")
    SUPERVISOR = "supervisor", _("Supervisor")
    OUTSIDE_LE = "outside_le", _("City police")
    SECURITY = "security_nearby", _("Security officer nearby")
    MOBILE_CRISIS = "mobile_crisis", _("Mobile crisis team")
    COUNSELOR = "counselor", _("Counselor")
    SOCIAL_WORKER = "social_worker", _("Social worker")
    NURSE = "nurse", _("Nurse")
    SCHOOL_ADMIN = "school_admin", _("School administrator")
    THREAT_TEAM = "threat_team", _("Threat assessment team")
    INTERPRETER = "interpreter", _("Interpreter")
    LIFELINE_988 = "lifeline_988", _("988 Lifeline")
    CRISIS_LINE = "lmha_crisis_line", _("Local crisis line")


POLICE = frozenset(str(slug) for slug in (Helper.POLICE_CIT, Helper.POLICE_NEAREST, Helper.SECOND_UNIT))
# Who can take a call over from the desk; each is a destination of `incidents.models.Handoff`.
TAKES_OVER = ("counselor", "mobile_crisis", "lifeline_988", "lmha_crisis_line", "ems", "outside_le")

# Why a CIT officer is needed. The last five are set by people and never by an answer.
TRIGGERS: Mapping[str, str | Promise] = {
    "weapon": _("a weapon"),
    "suicide_threat_attempt": _("talk of suicide or self-harm"),
    "violent": _("violence"),
    "escalating_risk": _("it is getting worse"),
    "jump_or_traffic": _("height or traffic"),
    "caller_asks": _("the caller asks"),
    "crisis_priority": _("its priority"),
    "desk_asks": _("the desk asks"),
    "responder_asks": _("a responder asks"),
    "residential_mh_location": _("a residential mental-health place"),
    "response_plan": _("a response plan"),
    "supervisor_order": _("a supervisor’s order"),
}
# Reasons that no answer gives.
MINOR = "minor:on_campus"
NAMED: Mapping[str, str | Promise] = {
    MINOR: _("a minor on campus is never without an adult"),
    "p4_test": _("no danger known"),
    "p4_not_met": _("not all that a P4 needs is known"),
    "set_by_hand": _("set by hand"),
}
BY_HAND = frozenset({"desk_asks", "responder_asks", "residential_mh_location", "response_plan", "supervisor_order"})


@dataclass(frozen=True, slots=True)
class Texts:
    """The same words in several languages; English where a language is missing."""

    by_language: Mapping[str, str]

    def __str__(self) -> str:
        return self.by_language.get((get_language() or "en")[:2]) or self.by_language["en"]


Words = str | Promise | Texts


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: `floor` means "at least this urgent", `alone` that it goes with no other."""

    value: str
    label: Words
    letter: str
    floor: str = ""
    tone: str = ""
    triggers: tuple[str, ...] = ()
    responders: tuple[str, ...] = ()
    alone: bool = False


NOT_KNOWN = Choice(UNKNOWN, _("Unknown"), UNKNOWN_KEY, alone=True)


@dataclass(frozen=True, slots=True)
class Question:
    """`safety`: left open it counts as unknown; `raises`: unknown goes one level up; `show_if` is a condition."""

    key: str
    topic: Words
    text: Words
    choices: tuple[Choice, ...] = ()
    kind: str = ONE
    safety: bool = False
    raises: bool = False
    show_if: Condition | None = None
    unknown: Choice = NOT_KNOWN
    hint: Words = ""

    @property
    def answers(self) -> tuple[str, ...]:
        """The values of its answers, without unknown."""
        return tuple(choice.value for choice in self.choices)

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Every answer that can be given; unknown is one of them."""
        return () if self.kind == NOTE else (*self.choices, self.unknown)

    def choice(self, value: str) -> Choice | None:
        """The answer of that name."""
        return next((choice for choice in self.offered if choice.value == value), None)


@dataclass(frozen=True, slots=True)
class Rule:
    """What several answers together mean; it is named after the question it is about."""

    about: str
    key: str
    when: Condition
    label: Words
    floor: str = ""
    triggers: tuple[str, ...] = ()
    responders: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script:
    """One version. `support` is the test that a P4 has to pass, `natures` start value and floor by nature."""

    version: int
    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    fast: tuple[str, ...]
    support: Condition
    natures: Mapping[str, tuple[str, str]]
    levels: Mapping[str, tuple[str, ...]]
    by_key: Mapping[str, Question] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {question.key: question for question in self.questions})

    @property
    def safety(self) -> tuple[str, ...]:
        """The keys that are never left open."""
        return tuple(question.key for question in self.questions if question.safety)
