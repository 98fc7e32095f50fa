"""Sections about what was done: techniques, force and restraint, injuries."""

from django.utils.translation import gettext_lazy as _

from incidents.encounter.parts import Field, Kind, Section, at_least, one_of, rows_have
from incidents.record_vocabulary import (
    Effect,
    Force,
    Injured,
    InjuryCause,
    RestraintKind,
    Severity,
    StaffType,
    Technique,
    Treatment,
)

TECHNIQUES = Section(
    "techniques",
    _("What helped"),
    (
        Field(
            "techniques",
            _("Techniques used"),
            Kind.ROWS,
            help=_("In the order in which you used them."),
            lead="technique",
            most=40,
            common=True,
            columns=(
                Field("technique", _("Technique"), Kind.ONE, Technique),
                Field("effect", _("It was"), Kind.ONE, Effect),
                Field("at", _("At"), Kind.WHEN),
            ),
        ),
        Field(
            "disengagement_reason",
            _("Why you stepped back"),
            Kind.WORDS,
            longest=400,
            shown=(rows_have("techniques", "technique", "tactical_disengagement"),),
        ),
    ),
    common=True,
)

RESTRAINT = (
    Field("type", _("How"), Kind.ONE, RestraintKind),
    Field("start", _("From"), Kind.WHEN),
    Field("end", _("Until"), Kind.WHEN),
    Field("applied_by", _("By whom"), Kind.WORDS, longest=80),
    Field("staff_type", _("Held by"), Kind.ONE, StaffType),
    Field("location", _("Where"), Kind.WORDS, longest=120),
    Field("nature", _("What was done"), Kind.WORDS, longest=400),
    Field("activity_before", _("What the person did before"), Kind.WORDS, longest=400),
    Field("prompting_behavior", _("What made it necessary"), Kind.WORDS, longest=400),
    Field("deescalation_tried", _("What was tried first"), Kind.WORDS, longest=400),
)

FORCE = Section(
    "force",
    _("Force"),
    (
        Field("force_highest", _("Highest force used"), Kind.ONE, Force, common=True),
        Field(
            "force_reportable",
            _("Is this force reportable?"),
            Kind.BOOL,
            help=_("Needed from soft hands upward."),
            shown=(at_least("force_highest", 2),),
        ),
        Field(
            "uof_report_no",
            _("Number of the force report"),
            Kind.WORDS,
            longest=40,
            shown=(one_of("force_reportable", True),),
        ),
        Field(
            "restraint_used",
            _("Was anybody restrained?"),
            Kind.BOOL,
            shown=(at_least("force_highest", 2), rows_have("transports", "restrained", "yes")),
        ),
        Field(
            "restraints",
            _("Each restraint"),
            Kind.ROWS,
            lead="type",
            most=20,
            columns=RESTRAINT,
            shown=(one_of("restraint_used", True),),
        ),
        Field(
            "serious_risk_justification",
            _("Which serious risk made it necessary"),
            Kind.TEXT,
            longest=2000,
            help=_("Up to grade 5, restraint, spray and electronic weapons need it."),
            shown=(one_of("grade_rule", True),),
        ),
    ),
    common=True,
)

INJURIES = Section(
    "injuries",
    _("Injuries"),
    (
        Field("anyone_injured", _("Was anyone injured?"), Kind.BOOL, common=True),
        Field(
            "injuries",
            _("Who was injured"),
            Kind.ROWS,
            lead="who",
            most=20,
            columns=(
                Field("who", _("Who"), Kind.ONE, Injured),
                Field("cause", _("How"), Kind.ONE, InjuryCause),
                Field("before_arrival", _("Before you arrived?"), Kind.YES_NO),
                Field("severity", _("How badly"), Kind.ONE, Severity),
                Field("treatment", _("Treated by"), Kind.ONE, Treatment),
            ),
            shown=(one_of("anyone_injured", True),),
        ),
    ),
    common=True,
)
