"""Who was told, how, and why somebody was not."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Party(models.TextChoices):
    """Who was told."""

    PARENT = "parent_guardian", _("Parent or guardian")
    PRINCIPAL = "principal", _("Principal")
    COUNSELOR = "counselor", _("Counselor")
    SOCIAL_WORKER = "social_worker", _("Social worker")
    DIRECTOR = "exec_director_sss", _("Director of student support")
    SUPERINTENDENT = "superintendent", _("Superintendent")
    THREAT_TEAM = "threat_team", _("Threat-assessment team")
    SPECIAL_ED = "special_ed_ard", _("Special education")
    NURSE = "nurse", _("Nurse")
    CPS = "cps_dfps", _("Child protective services")
    LMHA = "lmha", _("Mental-health authority")
    PROBATION = "juvenile_probation", _("Juvenile probation")
    COURT = "probate_court", _("Probate court")
    OUTSIDE_LE = "outside_le", _("Other police")
    CHIEF = "chief", _("Chief")


class Method(models.TextChoices):
    """How they were told."""

    PHONE = "phone", _("Phone")
    IN_PERSON = "in_person", _("In person")
    SMS = "sms", _("Text message")
    EMAIL = "email", _("E-mail")
    PORTAL = "portal", _("Portal")
    LETTER = "letter", _("Letter")


class HoldReason(models.TextChoices):
    """Why somebody is not told yet."""

    PARENT_ALLEGED = "parent_alleged", _("The parent is alleged to have done harm")
    COURT_ORDER = "court_order", _("A court order forbids it")
    SAFETY = "safety", _("It would endanger somebody")
    NOT_REACHED = "not_reached", _("Tried and not reached")
    NO_CONTACT_KNOWN = "no_contact_known", _("No number is known")
    IDENTITY = "identity_unknown", _("It is not known who the person is")
    OTHER = "other", _("Other")


class ContentClass(models.TextChoices):
    """What they were told."""

    EVENT = "event", _("That something happened")
    SAFETY = "safety", _("Safety instructions")
    FULL = "full", _("All that is permitted")
