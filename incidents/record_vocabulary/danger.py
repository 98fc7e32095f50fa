"""Danger to self and others: suicide indicators, threats, weapons, substances, medication."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ideation(models.TextChoices):
    """Thoughts of suicide."""

    NONE = "none", _("None")
    PASSIVE = "passive", _("Passive")
    ACTIVE = "active", _("Active")
    UNKNOWN = "unknown", _("Unknown")


class Means(models.TextChoices):
    """What the person could get hold of."""

    FIREARM_HOME = "firearm_home", _("Firearm at home")
    FIREARM_ON_PERSON = "firearm_on_person", _("Firearm on person")
    MEDICATION = "medication", _("Medication")
    SHARPS = "sharps", _("Sharps")
    LIGATURE = "ligature", _("Ligature")
    HEIGHT = "height", _("Height")
    VEHICLE = "vehicle", _("Vehicle")
    NONE = "none", _("None")
    UNKNOWN = "unknown", _("Unknown")


class Attempt(models.TextChoices):
    """The latest attempt."""

    NONE = "none", _("None")
    TODAY = "today", _("Today")
    THREE_MONTHS = "within_3_months", _("Within 3 months")
    EARLIER = "over_3_months_ago", _("More than 3 months ago")
    UNKNOWN = "unknown", _("Unknown")


class ThreatTarget(models.TextChoices):
    """Whom or what a threat was aimed at."""

    PERSON = "person", _("Person")
    CAMPUS = "campus", _("Campus")
    BOTH = "both", _("Both")
    NONE = "none", _("None")
    UNKNOWN = "unknown", _("Unknown")


class Weapon(models.TextChoices):
    """Whether a weapon was part of it."""

    NONE = "none", _("None")
    STATED = "stated_only", _("Stated only")
    ACCESSIBLE = "accessible", _("Accessible")
    ON_PERSON = "on_person", _("On person")
    DISPLAYED = "displayed", _("Displayed")
    USED = "used", _("Used")
    UNKNOWN = "unknown", _("Unknown")


class WeaponType(models.TextChoices):
    """What kind of weapon."""

    FIREARM = "firearm", _("Firearm")
    KNIFE = "knife_edged", _("Knife / edged")
    BLUNT = "blunt", _("Blunt object")
    SHARP = "sharp_improvised", _("Improvised sharp")
    CHEMICAL = "chemical", _("Chemical")
    VEHICLE = "vehicle", _("Vehicle")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Unknown")


class Substance(models.TextChoices):
    """What had been taken, as far as can be told."""

    NONE = "none", _("None")
    ALCOHOL = "alcohol", _("Alcohol")
    CANNABIS = "cannabis_thc", _("Cannabis / THC")
    VAPE = "vape_nicotine", _("Vape / nicotine")
    OPIOIDS = "opioids_fentanyl", _("Opioids / fentanyl")
    STIMULANTS = "stimulants", _("Stimulants")
    HALLUCINOGENS = "hallucinogens", _("Hallucinogens")
    INHALANTS = "inhalants", _("Inhalants")
    BENZODIAZEPINES = "benzodiazepines", _("Benzodiazepines")
    MISUSE = "medication_misuse", _("Medication misuse")
    UNKNOWN_SUBSTANCE = "unknown_substance", _("Unknown substance")
    UNKNOWN = "unknown", _("Unknown")


class Medication(models.TextChoices):
    """How prescribed medication stands."""

    NOT_PRESCRIBED = "not_prescribed", _("Not prescribed")
    TAKING = "taking", _("Taking")
    NOT_TAKING = "not_taking", _("Not taking")
    RAN_OUT = "ran_out", _("Ran out")
    CHANGED = "recent_change", _("Recent change")
    REFUSES = "refuses_to_say", _("Refuses to say")
    UNKNOWN = "unknown", _("Unknown")
