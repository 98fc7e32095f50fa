"""The roles of a school district's crisis program, and the sets that permissions are written in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What someone is in the program; one person may be several."""

    DISPATCHER = "dispatcher", _("Dispatcher")
    POLICE_OFFICER = "police_officer", _("Police officer")
    SECURITY_OFFICER = "security_officer", _("Security officer")
    SUPERVISOR = "supervisor", _("Supervisor")
    COUNSELOR = "counselor", _("Counselor")
    SOCIAL_WORKER = "social_worker", _("Social worker")
    DIRECTOR = "exec_director_sss", _("Director of student support")
    SCHOOL_ADMIN = "school_admin", _("School administrator")
    TEACHER = "teacher_staff", _("Teacher")
    TRAINING = "training_coordinator", _("Training coordinator")
    CUSTODIAN = "records_custodian", _("Records custodian")
    SYSTEM_ADMIN = "system_admin", _("System administrator")


class License(models.TextChoices):
    """Powers follow the license, not the role."""

    PEACE_OFFICER = "peace_officer", _("Peace officer")
    TELECOMMUNICATOR = "telecommunicator", _("Telecommunicator")
    SECURITY_COMMISSIONED = "security_commissioned", _("Commissioned security officer")
    SECURITY = "security_noncommissioned", _("Security officer")
    NONE = "none", _("None")


# Who can be sent to a call; a telecommunicator works the desk.
RESPONDING = (License.PEACE_OFFICER.value, License.SECURITY_COMMISSIONED.value, License.SECURITY.value)


class Duty(models.TextChoices):
    """What an officer can be asked for now; being assigned follows from the assignments."""

    AVAILABLE = "available", _("Available")
    BUSY = "busy", _("Busy")
    TRAINING = "training", _("Training")
    OUT_OF_SERVICE = "out_of_service", _("Out of service")
    OFF_DUTY = "off_duty", _("Off duty")
