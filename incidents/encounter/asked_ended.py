"""Sections about how it ended: outcomes, transport, who was told, follow-up, diversion."""

from django.utils.translation import gettext_lazy as _

from incidents.encounter.parts import Field, Kind, Quick, Section, one_of
from incidents.record_vocabulary import (
    ContentClass,
    DiversionBasis,
    FollowUp,
    HoldReason,
    Method,
    OffenseLevel,
    Outcome,
    Party,
    TransportBy,
)

TAKEN = ("voluntary_transport", "emergency_detention", "warrant_detention", "ems_medical", "arrest_custody")
_carried = (one_of("primary_outcome", *TAKEN), one_of("outcomes", *TAKEN))
_alleged = (one_of("offense_alleged", "yes"),)

OUTCOME = Section(
    "outcome",
    _("How it ended"),
    (
        Field("primary_outcome", _("How it ended"), Kind.ONE, Outcome, common=True),
        Field("outcomes", _("It also ended with"), Kind.SEVERAL, Outcome),
        Field(
            "transports",
            _("Transport"),
            Kind.ROWS,
            lead="by",
            most=10,
            columns=(
                Field("by", _("By"), Kind.ONE, TransportBy),
                Field("facility", _("To"), Kind.WORDS, longest=120),
                Field("voluntary", _("Did the person agree?"), Kind.YES_NO),
                Field("restrained", _("Restrained on the way?"), Kind.YES_NO),
                Field("searched", _("Searched?"), Kind.YES_NO),
                Field("left_at", _("Left at"), Kind.WHEN),
                Field("arrived_at", _("Arrived at"), Kind.WHEN),
                Field("custody_transferred_at", _("Handed over at"), Kind.WHEN),
                Field("wait_min", _("Minutes waited"), Kind.NUMBER, most=10_000),
                Field("accepted", _("Did the facility accept?"), Kind.YES_NO),
                Field("refusal_reason", _("Why not"), Kind.WORDS, longest=200),
                Field("bed_type", _("Kind of bed"), Kind.WORDS, longest=40),
            ),
            shown=_carried,
        ),
    ),
    common=True,
)

TOLD = Section(
    "told",
    _("Who was told"),
    (
        Field(
            "notifications",
            _("Who was told"),
            Kind.ROWS,
            help=_("For a minor: a parent, or why not yet."),
            lead="party",
            most=40,
            common=True,
            columns=(
                Field("party", _("Who"), Kind.ONE, Party),
                Field("method", _("How"), Kind.ONE, Method),
                Field("attempted_at", _("Tried at"), Kind.WHEN),
                Field("reached_at", _("Reached at"), Kind.WHEN),
                Field("by", _("By whom"), Kind.WORDS, longest=80),
                Field("attempts", _("Tries"), Kind.NUMBER, most=100),
                Field("content_class", _("What they were told"), Kind.ONE, ContentClass),
                Field("legal_basis", _("On which basis"), Kind.WORDS, longest=80),
                Field("hold_reason", _("Why not yet"), Kind.ONE, HoldReason),
            ),
        ),
    ),
    common=True,
    quick=(
        Quick(
            _("Parent told by phone"),
            "notifications",
            {"party": "parent_guardian", "method": "phone", "reached_at": "now"},
        ),
        Quick(
            _("Parent told in person"),
            "notifications",
            {"party": "parent_guardian", "method": "in_person", "reached_at": "now"},
        ),
        Quick(
            _("Parent not reached"),
            "notifications",
            {"party": "parent_guardian", "method": "phone", "attempted_at": "now", "hold_reason": "not_reached"},
        ),
    ),
)

FOLLOW_UP = Section(
    "follow_up",
    _("Follow-up"),
    (
        Field("follow_up_due", _("Due on"), Kind.DAY),
        Field("follow_up_owner", _("By whom"), Kind.WORDS, longest=80),
        Field("follow_up_outcome", _("What came of it"), Kind.ONE, FollowUp),
        Field(
            "follow_up_tries",
            _("Tries"),
            Kind.NUMBER,
            most=100,
            shown=(one_of("follow_up_outcome", "no_answer"),),
        ),
    ),
)

DIVERSION = Section(
    "diversion",
    _("Offense and diversion"),
    (
        Field("offense_alleged", _("Is an offense alleged?"), Kind.YES_NO),
        Field("offense_level", _("Level"), Kind.ONE, OffenseLevel, shown=_alleged),
        Field("violent", _("Was it violent?"), Kind.YES_NO, shown=_alleged),
        Field("weapon_offense", _("Was a weapon part of it?"), Kind.YES_NO, shown=_alleged),
        Field("dwi_type", _("Was it driving or boating while intoxicated?"), Kind.YES_NO, shown=_alleged),
        Field("prior_offense", _("Is there an earlier offense?"), Kind.YES_NO, shown=_alleged),
        Field(
            "mh_sud_suspected_cause",
            _("Is mental health or substance use the suspected cause?"),
            Kind.YES_NO,
            shown=_alleged,
        ),
        Field(
            "treatment_center_available",
            _("Is a treatment center available and right?"),
            Kind.YES_NO,
            shown=_alleged,
        ),
        Field("diversion_reasonable", _("Is diversion reasonable?"), Kind.YES_NO, shown=_alleged),
        Field(
            "trafficking_victim_suspected",
            _("Could the person be a victim of trafficking?"),
            Kind.YES_NO,
            shown=_alleged,
        ),
        Field(
            "arrestable_but_diverted", _("Was an arrest possible, and were services chosen?"), Kind.BOOL, shown=_alleged
        ),
        Field("diversion_basis", _("Diverted under"), Kind.ONE, DiversionBasis, shown=_alleged),
        Field("diversion_reason", _("Why diverted"), Kind.WORDS, longest=400, shown=_alleged),
        Field("not_diverted_reason", _("Why not diverted"), Kind.WORDS, longest=400, shown=_alleged),
    ),
)
