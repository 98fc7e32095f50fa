"""The stated model: what the file does not tell about a case. The rates are the product's own estimates.

Per hundred encounters: reportable force 2, soft hands 4, subject injured 5, officer injured 1, weapon 4,
arrest possible 10 of which three quarters are diverted, nobody found 3, help declined by the guardian 6.
On scene after a median of four and a half minutes, there for half an hour, two hours and more with a detention.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from incidents.record_vocabulary import (
    Behavior,
    Force,
    Grade,
    Injured,
    Method,
    Outcome,
    Party,
    RecordNature,
    Technique,
    Weapon,
)
from incidents.vocabulary import CallerRole, Nature, Via
from outcomes.replay.dice import Dice
from referrals.vocabulary import ContactChannel, Ending, NextStep, Urgency

NATURES = {
    False: {Nature.SUICIDAL_IDEATION: 74, Nature.SELF_HARM: 20, Nature.SUICIDE_ATTEMPT: 6},
    True: {Nature.SUICIDAL_IDEATION: 62, Nature.SELF_HARM: 14, Nature.SUICIDE_ATTEMPT: 24},
}
SELF_HARM_ANSWER = {
    Nature.SUICIDE_ATTEMPT: {"attempt_now": 80, "says_will": 20},
    Nature.SELF_HARM: {"self_harm_only": 85, "says_will": 15},
    Nature.SUICIDAL_IDEATION: {"talks_about": 60, "says_will": 28, "hints": 12},
}
CALLERS = {
    (Via.STAFF, CallerRole.TEACHER): 30,
    (Via.STAFF, CallerRole.COUNSELOR): 25,
    (Via.DISTRICT_PHONE, CallerRole.ADMINISTRATOR): 20,
    (Via.PARENT, CallerRole.PARENT): 12,
    (Via.TRANSFER_911, CallerRole.STUDENT): 8,
    (Via.ANONYMOUS_TIP, CallerRole.ANONYMOUS): 5,
}
MINUTES_TO_SCENE = (1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 6, 7, 8, 10, 15)
ENDED = {
    Outcome.WITH_COUNSELOR: 24,
    Outcome.TO_PARENT: 22,
    Outcome.RETURNED: 14,
    Outcome.SUPPORTED: 12,
    Outcome.MOBILE_CRISIS: 12,
    Outcome.VOLUNTARY: 8,
    Outcome.EMS: 5,
    Outcome.GONE: 3,
}
# No child is cited for a school offense.
ENFORCED = {Outcome.COMPLAINT: 80, Outcome.ARREST: 20}
ENDINGS = {
    Ending.SERVICES: 62,
    Ending.PARTIAL: 12,
    Ending.ALREADY: 12,
    Ending.ELSEWHERE: 8,
    Ending.DECLINED_GUARDIAN: 6,
}
# Stepping back needs its reason in words, and a model has none.
TECHNIQUES = tuple(one for one in Technique.values if one != Technique.DISENGAGED)
BEHAVIORS = (Behavior.CRYING, Behavior.WITHDRAWN, Behavior.AGITATED, Behavior.PANIC, Behavior.CALM, Behavior.CONFUSED)
GRADES = {
    "elementary": (Grade.G03, Grade.G04, Grade.G05),
    "middle": (Grade.G06, Grade.G07, Grade.G08),
    "high": (Grade.G09, Grade.G10, Grade.G11, Grade.G12),
}
ANY_GRADE = (Grade.UNKNOWN,)


@dataclass(frozen=True, slots=True)
class Story:
    """Everything a case needs beside its place and time."""

    nature: str
    received_via: str
    caller_role: str
    minute: int
    answers: dict[str, str]
    to_scene: timedelta
    on_scene: timedelta
    grade: str
    record: dict[str, Any]
    refers: bool
    urgency: str
    acknowledged_after: timedelta
    contacted_after: timedelta
    first_try_fails: bool
    channel: str
    ended_after: timedelta
    ending: str
    next_step: str


def tell(dice: Dice, *, apprehended: bool, campus_kind: str) -> Story:
    """The story of one row; the apprehension flag of the file decides the detention."""
    nature = dice.weighted("nature", NATURES[apprehended])
    via, caller = dice.weighted("caller", CALLERS)
    record = _record(dice, nature, apprehended)
    return Story(
        nature=nature,
        received_via=via,
        caller_role=caller,
        minute=dice.between("minute", 0, 59),
        answers=_answers(dice, nature),
        to_scene=timedelta(minutes=dice.one_of("to_scene", MINUTES_TO_SCENE), seconds=dice.between("second", 0, 59)),
        on_scene=timedelta(minutes=dice.between("scene", 100, 190) if apprehended else dice.between("scene", 15, 60)),
        grade=dice.one_of("grade", GRADES.get(campus_kind, ANY_GRADE)),
        record=record,
        refers=record["primary_outcome"] != Outcome.GONE,
        urgency=Urgency.STAT if apprehended else dice.weighted("urgency", {Urgency.URGENT: 70, Urgency.ROUTINE: 30}),
        acknowledged_after=timedelta(minutes=dice.between("acknowledged", 10, 600)),
        contacted_after=timedelta(hours=dice.between("contacted", 2, 70)),
        first_try_fails=dice.happens("first_try", 25),
        channel=dice.one_of("channel", (ContactChannel.PHONE, ContactChannel.SCHOOL_VISIT, ContactChannel.VIDEO)),
        ended_after=timedelta(days=dice.between("ended", 3, 28)),
        ending=dice.weighted("ending", ENDINGS),
        next_step=dice.weighted("next_step", {NextStep.NONE: 70, NextStep.FOLLOW_UP: 30}),
    )


def _answers(dice: Dice, nature: Nature) -> dict[str, str]:
    return {
        "q03": dice.weighted("q03", {"no": 84, "injury_minor": 8, "ingestion": 5, "unknown": 3}),
        "q04": dice.weighted("q04", {"no": 90, "accessible": 3, "on_person": 1, "unknown": 6}),
        "q05": dice.weighted("q05", SELF_HARM_ANSWER[nature]),
        "q06": dice.weighted("q06", {"no": 95, "threat_general": 4, "unknown": 1}),
        "q07": dice.weighted("q07", {"with_adult": 70, "alone": 18, "with_students": 8, "left_area": 4}),
        "q09a": dice.weighted("q09a", {"same": 50, "calmer": 30, "worse": 20}),
    }


def _record(dice: Dice, nature: Nature, apprehended: bool) -> dict[str, Any]:
    """The officer's answers; a record that could not be filed would be a mistake of the model."""
    arrestable = dice.happens("arrestable", 10)
    diverted = arrestable and dice.happens("diverted", 75)
    outcomes = _outcomes(dice, apprehended, enforced=arrestable and not diverted)
    force = int(dice.weighted("force", {"0": 34, "1": 60, "2": 4, "3": 2}))
    hurt = [who for who, rate in ((Injured.SUBJECT, 5), (Injured.OFFICER, 1)) if dice.happens(f"hurt {who}", rate)]
    return {
        "nature": [RecordNature.SELF_INJURY if nature == Nature.SELF_HARM else RecordNature.SUICIDAL],
        "behaviors": [_shown(nature), dice.one_of("behavior", BEHAVIORS)],
        "techniques": sorted({dice.one_of(f"technique {n}", TECHNIQUES) for n in range(4)}),
        "weapon": Weapon.ACCESSIBLE if dice.happens("weapon", 4) else Weapon.NONE,
        "force_highest": force,
        "force_reportable": force >= Force.HARD_HANDS if force >= Force.SOFT_HANDS else None,
        "anyone_injured": bool(hurt),
        "injuries": [{"who": who, "before_arrival": "no"} for who in hurt],
        "restraint_used": False if force >= Force.SOFT_HANDS else None,
        "offense_alleged": "yes" if arrestable else "no",
        "notifications": [{"party": Party.PARENT, "method": Method.PHONE, "reached_at": "now"}],
        "primary_outcome": outcomes[0],
        "outcomes": outcomes[1:],
        "arrestable_but_diverted": diverted and outcomes[0] != Outcome.GONE,
    }


def _shown(nature: Nature) -> Behavior:
    if nature == Nature.SUICIDE_ATTEMPT:
        return Behavior.SUICIDE_ATTEMPT
    return Behavior.SELF_INJURY if nature == Nature.SELF_HARM else Behavior.SUICIDAL_STATEMENT


def _outcomes(dice: Dice, apprehended: bool, *, enforced: bool) -> list[Outcome]:
    """The primary outcome first; whoever was met is referred."""
    primary = Outcome.DETENTION if apprehended else dice.weighted("ended", ENDED)
    if primary == Outcome.GONE:
        return [primary]
    measures = [dice.weighted("enforced", ENFORCED)] if enforced else []
    return [primary, Outcome.REF_COUNSELOR, *measures]
