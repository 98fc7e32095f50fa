"""The closed lists of what an officer enters at the scene. Slugs are never re-used."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryKind(models.TextChoices):
    """What an officer taps while it happens."""

    TECHNIQUE = "technique", _("Technique")
    CONTACT_MADE = "contact_made", _("Contact made")
    ARRIVAL = "arrival", _("Arrived")
    FORCE_USED = "force_used", _("Force used")
    DISPOSITION = "proposed_disposition", _("Proposed outcome")


class Wanted(models.TextChoices):
    """What an officer at the scene asks the desk for."""

    HELP = "help", _("Officer needs help")
    CIT_BACKUP = "cit_backup", _("CIT backup")
    MOBILE_CRISIS = "mobile_crisis", _("Mobile crisis team")
    SUPERVISOR = "supervisor", _("Supervisor")
    EMS = "ems", _("EMS")
