"""The closed lists of people. Empty means not recorded, unknown means asked and not known; nothing is preselected."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    """As the school's records say."""

    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    UNKNOWN = "unknown", _("Unknown")


class RaceEthnicity(models.TextChoices):
    """Several may apply; whoever declines has answered."""

    AMERICAN_INDIAN = "american_indian_alaska_native", _("American Indian or Alaska Native")
    ASIAN = "asian", _("Asian")
    BLACK = "black", _("Black")
    HISPANIC = "hispanic_latino", _("Hispanic or Latino")
    MIDDLE_EASTERN = "middle_eastern_north_african", _("Middle Eastern or North African")
    PACIFIC_ISLANDER = "pacific_islander", _("Pacific Islander")
    WHITE = "white", _("White")
    DECLINED = "declined", _("Declined to say")
    UNKNOWN = "unknown", _("Unknown")


class YesNo(models.TextChoices):
    """An answer; empty where nobody asked."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Unknown")


class Veteran(models.TextChoices):
    """Who of the family served."""

    SELF = "self", _("The person")
    FAMILY = "family_member", _("A family member")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Unknown")


class Basis(models.TextChoices):
    """Why somebody may read about a person now."""

    INCIDENT = "incident", _("Working on the incident")
    REASON = "reason", _("Stated reason")


class Act(models.TextChoices):
    """What was done with what is kept of a person."""

    SEARCHED = "searched", _("Search")
    SUGGESTED = "suggested", _("Suggestion at an incident")
    READ = "read", _("Page opened")
    COMPARED = "compared", _("Compared for a merge")


class Found(models.TextChoices):
    """How a subject came to be linked to a person."""

    SUGGESTED = "suggested", _("From a suggestion")
    SEARCHED = "searched", _("From a search")
    CREATED = "created", _("As a new person")
