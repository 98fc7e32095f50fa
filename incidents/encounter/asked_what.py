"""Sections about what it was: nature, suicide indicators, threats, weapons, substances."""

from django.utils.translation import gettext_lazy as _

from incidents.encounter.parts import Field, Kind, Section, one_of
from incidents.record_vocabulary import (
    Attempt,
    Behavior,
    Ideation,
    Means,
    Medication,
    Precipitant,
    RecordNature,
    ReportedBy,
    Substance,
    ThreatTarget,
    Weapon,
    WeaponType,
)

SUICIDAL = ("suicidal", "self_injury", "depression_hopelessness")
SELF_HARM_SEEN = ("suicidal_statement", "suicide_attempt", "self_injury")
ARMED = ("stated_only", "accessible", "on_person", "displayed", "used")

NATURE = Section(
    "nature",
    _("What it was"),
    (
        Field("nature", _("What kind of crisis"), Kind.SEVERAL, RecordNature, common=True),
        Field("behaviors", _("What you saw"), Kind.SEVERAL, Behavior, common=True),
        Field(
            "behaviors_reported",
            _("What you were told"),
            Kind.ROWS,
            help=_("Say who told you."),
            lead="behavior",
            most=20,
            columns=(
                Field("behavior", _("Behavior"), Kind.ONE, Behavior),
                Field("reported_by", _("Told by"), Kind.ONE, ReportedBy),
            ),
        ),
        Field("precipitant", _("What led up to it"), Kind.SEVERAL, Precipitant),
    ),
    common=True,
)

SUICIDE = Section(
    "suicide",
    _("Suicide indicators"),
    (
        Field("ideation", _("Thoughts of suicide"), Kind.ONE, Ideation),
        Field("plan_stated", _("Was a plan stated?"), Kind.YES_NO),
        Field("intent_stated", _("Was an intent stated?"), Kind.YES_NO),
        Field("means_access", _("Within reach"), Kind.SEVERAL, Means),
        Field("attempt", _("Latest attempt"), Kind.ONE, Attempt),
        Field("self_harm_without_intent", _("Self-harm without intent to die?"), Kind.YES_NO),
        Field("recent_loss_or_exposure", _("Recent loss, or a suicide nearby?"), Kind.YES_NO),
        Field("protective_factors", _("What holds the person"), Kind.WORDS, longest=400),
    ),
    shown=(one_of("nature", *SUICIDAL), one_of("behaviors", *SELF_HARM_SEEN)),
)

THREAT = Section(
    "threat",
    _("Threat to others"),
    (
        Field("threat_target_kind", _("Aimed at"), Kind.ONE, ThreatTarget),
        Field("threat_specific", _("Was it specific?"), Kind.YES_NO),
        Field("threat_means", _("With what"), Kind.WORDS, longest=200),
        Field("threat_team_referral", _("Is it for the threat-assessment team?"), Kind.YES_NO),
    ),
    shown=(one_of("nature", "threat_or_harm_to_others"), one_of("behaviors", "assaultive")),
)

WEAPON = Section(
    "weapon",
    _("Weapon"),
    (
        Field("weapon", _("Weapon"), Kind.ONE, Weapon, common=True),
        Field("weapon_type", _("What kind"), Kind.SEVERAL, WeaponType, shown=(one_of("weapon", *ARMED),)),
        Field("weapon_recovered", _("Was it recovered?"), Kind.YES_NO, shown=(one_of("weapon", *ARMED),)),
        Field(
            "expulsion_offense_relevance",
            _("Could it matter for an expulsion?"),
            Kind.YES_NO,
            shown=(one_of("weapon", *ARMED),),
        ),
        Field("firearm_seized", _("Was a firearm seized?"), Kind.YES_NO, shown=(one_of("weapon_type", "firearm"),)),
    ),
    common=True,
)

SUBSTANCE = Section(
    "substance",
    _("Substances and medication"),
    (
        Field("substance", _("Substances"), Kind.SEVERAL, Substance),
        Field("naloxone_given", _("Was naloxone given?"), Kind.YES_NO),
        Field("naloxone_doses", _("Doses"), Kind.NUMBER, most=20, shown=(one_of("naloxone_given", "yes"),)),
        Field("medication", _("Prescribed medication"), Kind.ONE, Medication),
    ),
)
