"""The closed lists of people and readiness. Slugs are stable and stored; labels are words and can change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """What an officer speaks well enough to calm someone."""

    ENGLISH = "en", _("English")
    SPANISH = "es", _("Spanish")
    SIGN = "ase", _("American Sign Language")
    ARABIC = "ar", _("Arabic")
    CHINESE = "zh", _("Chinese")
    FRENCH = "fr", _("French")
    VIETNAMESE = "vi", _("Vietnamese")


class Skill(models.TextChoices):
    """What makes one officer a better match than another."""

    YOUTH_MENTAL_HEALTH = "youth_mental_health", _("Youth mental health")
    AUTISM = "autism", _("Autism and developmental disability")
    NEGOTIATION = "negotiation", _("Crisis negotiation")
    TRAUMA = "trauma", _("Grief and trauma")
    SUBSTANCE = "substance", _("Substance use")
    FIRST_AID = "first_aid", _("First aid instructor")


class RestrictionKind(models.TextChoices):
    """What an officer must not be sent to."""

    PERSON = "person", _("Person")
    CAMPUS = "campus", _("Campus")
    DUTY = "duty", _("All calls")


class CourseCategory(models.TextChoices):
    """What a course is about."""

    CIT_40 = "cit_40", _("Crisis intervention, 40 hours")
    CIT_REFRESHER = "cit_refresher", _("Crisis intervention, refresher")
    DE_ESCALATION = "de_escalation", _("De-escalation")
    MENTAL_HEALTH_OFFICER = "mental_health_officer", _("Mental health officer")
    SCHOOL_BASED = "school_based_le", _("School-based law enforcement")
    TELECOM_CRISIS = "telecom_crisis", _("Telecommunicator crisis communications")
    TELECOM_BASIC = "telecom_basic", _("Telecommunicator basic")
    YOUTH_MHFA = "youth_mhfa", _("Youth mental health first aid")
    ASIST = "asist", _("Suicide intervention skills")
    SUICIDE_SCREENER = "suicide_screener", _("Suicide screening")
    PHYSICAL = "physical_intervention", _("Physical intervention")
    ACTIVE_ATTACK = "active_attack", _("Active attack")
    CPR = "cpr_first_aid", _("CPR and first aid")
    GENERAL = "general", _("General hours")


class CertificateSource(models.TextChoices):
    """Where a completion came from."""

    STATE_EXPORT = "state_export", _("State export")
    UPLOAD = "upload", _("Upload")
    MANUAL = "manual", _("Entered by hand")


class RuleKind(models.TextChoices):
    """How often a training rule asks for something."""

    ONCE = "once", _("Once")
    WITHIN_DAYS = "within_days", _("Within a number of days")
    PER_UNIT = "per_unit", _("In each training unit")
    PER_CYCLE = "per_cycle", _("In each training cycle")
    EVERY_MONTHS = "every_months", _("Every number of months")


class Anchor(models.TextChoices):
    """The day from which a rule counts."""

    APPOINTMENT = "appointment", _("Appointment")
    LICENSE = "license", _("License")
    PLACEMENT = "placement", _("Placement in a school")
    HIRE = "hire", _("Hire")


class PeriodKind(models.TextChoices):
    """The state's training periods."""

    UNIT = "unit", _("Training unit")
    CYCLE = "cycle", _("Training cycle")


class Standing(models.TextChoices):
    """How a person stands with one training rule."""

    MET = "met", _("Met")
    DUE = "due", _("Due later")
    DUE_SOON = "due_soon", _("Due soon")
    OVERDUE = "overdue", _("Overdue")
    WAIVED = "waived", _("Waived")
    NOT_APPLICABLE = "not_applicable", _("Does not apply")


class Position(models.TextChoices):
    """What a shift is worked as."""

    PATROL = "patrol", _("Patrol")
    SECURITY = "security", _("Security")
    DISPATCH = "dispatch", _("Dispatch")


class LeaveKind(models.TextChoices):
    """Why somebody is away."""

    VACATION = "vacation", _("Vacation")
    SICK = "sick", _("Sick")
    TRAINING = "training", _("Training")
    OTHER = "other", _("Other")


class OverrideReason(models.TextChoices):
    """Why a supervisor plans beyond a limit of work."""

    EMERGENCY = "emergency", _("Emergency")
    EVENT = "event", _("School event")
    NOBODY_ELSE = "nobody_else", _("Nobody else is free")
    AGREED = "agreed", _("The person asked for it")


class ClockSource(models.TextChoices):
    """Who wrote a clock time down."""

    TABLET = "tablet", _("Tablet")
    DISPATCH = "dispatch", _("Dispatch")


class CoverageKind(models.TextChoices):
    """How a coverage minimum is counted."""

    AT_LEAST = "at_least", _("At least a number")
    SHARE = "share", _("At least a share in percent")


class PremiseKind(models.TextChoices):
    """What a note about a place warns of or helps with."""

    HAZARD = "hazard", _("Hazard")
    ACCESS = "access", _("Access")
    CONTACT = "contact", _("Contact")
    NOTE = "note", _("Note")


class BackgroundKind(models.TextChoices):
    """What lies beneath a drawn floor."""

    SVG = "svg", _("Vector drawing (SVG)")
    IMAGE = "image", _("Image")
