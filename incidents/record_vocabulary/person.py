"""The person in crisis."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PersonRole(models.TextChoices):
    """What the person in crisis is to the school."""

    STUDENT = "student", _("Student")
    STAFF = "staff", _("Staff")
    PARENT = "parent", _("Parent")
    VISITOR = "visitor", _("Visitor")
    OTHER = "other", _("Other")


class Grade(models.TextChoices):
    """School grade."""

    EE = "ee", _("Early education")
    PK = "pk", _("Pre-kindergarten")
    KG = "kg", _("Kindergarten")
    G01 = "g01", _("Grade 1")
    G02 = "g02", _("Grade 2")
    G03 = "g03", _("Grade 3")
    G04 = "g04", _("Grade 4")
    G05 = "g05", _("Grade 5")
    G06 = "g06", _("Grade 6")
    G07 = "g07", _("Grade 7")
    G08 = "g08", _("Grade 8")
    G09 = "g09", _("Grade 9")
    G10 = "g10", _("Grade 10")
    G11 = "g11", _("Grade 11")
    G12 = "g12", _("Grade 12")
    UNKNOWN = "unknown", _("Unknown")


class Sex(models.TextChoices):
    """As recorded by the school."""

    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    UNKNOWN = "unknown", _("Unknown")


class Race(models.TextChoices):
    """As recorded by the school; several may apply."""

    NATIVE = "american_indian_alaska_native", _("American Indian / Alaska Native")
    ASIAN = "asian", _("Asian")
    BLACK = "black", _("Black")
    HISPANIC = "hispanic_latino", _("Hispanic / Latino")
    MENA = "middle_eastern_north_african", _("Middle Eastern / North African")
    PACIFIC = "pacific_islander", _("Pacific Islander")
    WHITE = "white", _("White")
    DECLINED = "declined", _("Declined")
    UNKNOWN = "unknown", _("Unknown")


class Veteran(models.TextChoices):
    """Whether the person or the family served."""

    SELF = "self", _("Self")
    FAMILY = "family_member", _("Family member")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Unknown")


class SceneRole(models.TextChoices):
    """What an officer was at the scene."""

    PRIMARY = "primary", _("Primary")
    COVER = "cover", _("Cover")
    SUPERVISOR = "supervisor", _("Supervisor")
    SECURITY = "security_officer", _("Security officer")


# The grade rule: for these, restraint, spray and electronic weapons need a serious risk that is written down.
YOUNG = frozenset({Grade.EE, Grade.PK, Grade.KG, Grade.G01, Grade.G02, Grade.G03, Grade.G04, Grade.G05})
