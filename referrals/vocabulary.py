"""The closed lists of referrals."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TeamKind(models.TextChoices):
    """Which kind of people a team holds."""

    COUNSELOR = "counselor", _("Counselors")
    SOCIAL_WORKER = "social_worker", _("Social workers")
    STUDENT_SUPPORT = "student_support", _("Student support")


class Urgency(models.TextChoices):
    """How soon someone must act."""

    STAT = "stat", _("At once")
    URGENT = "urgent", _("Urgent")
    ROUTINE = "routine", _("Routine")


class Ending(models.TextChoices):
    """What came of a completed or failed referral."""

    SERVICES = "services_received", _("Services received")
    PARTIAL = "partial_services", _("Part of the services received")
    ALREADY = "already_receiving", _("Already receiving services")
    ELSEWHERE = "referred_elsewhere", _("Referred elsewhere")
    UNABLE = "unable_to_contact", _("Unable to contact")
    DECLINED_STUDENT = "declined_by_student", _("Declined by student")
    DECLINED_GUARDIAN = "declined_by_guardian", _("Declined by guardian")
    MOVED = "moved_withdrawn", _("Moved or withdrawn")


HELPED = frozenset({Ending.SERVICES, Ending.PARTIAL})
COMPLETED_ENDINGS = (Ending.SERVICES, Ending.PARTIAL, Ending.ALREADY, Ending.ELSEWHERE)
FAILED_ENDINGS = (Ending.UNABLE, Ending.DECLINED_STUDENT, Ending.DECLINED_GUARDIAN, Ending.MOVED)


class DeclineReason(models.TextChoices):
    """Why a team does not take a referral."""

    WRONG_CAMPUS = "wrong_campus", _("Wrong campus")
    DUPLICATE = "duplicate", _("Duplicate")
    INSUFFICIENT = "insufficient_information", _("Not enough information")
    FAMILY_DECLINED = "family_declined", _("Family declined")
    CONFLICT = "conflict_of_interest", _("Conflict of interest")


class RecallReason(models.TextChoices):
    """Why the sender takes a referral back."""

    RECALLED = "recalled", _("Sent in error")
    DUPLICATE = "duplicate", _("Duplicate")
    NOT_NEEDED = "no_action_needed", _("No longer needed")


class NextStep(models.TextChoices):
    """What follows the end of a referral."""

    NONE = "none", _("Nothing further")
    FOLLOW_UP = "follow_up_task", _("Follow up later")
    NEW_REFERRAL = "new_referral", _("A new referral")


class ContactChannel(models.TextChoices):
    """How contact was tried."""

    PHONE = "phone", _("Phone")
    SCHOOL_VISIT = "school_visit", _("School visit")
    HOME_VISIT = "home_visit", _("Home visit")
    VIDEO = "video", _("Video")
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter")


class ContactWith(models.TextChoices):
    """Whom the attempt was for."""

    STUDENT = "student", _("Student")
    GUARDIAN = "guardian", _("Guardian")
    AGENCY = "agency", _("Agency")


class ContactResult(models.TextChoices):
    """What came of the attempt."""

    REACHED = "reached", _("Reached")
    LEFT_MESSAGE = "left_message", _("Left message")
    NO_ANSWER = "no_answer", _("No answer")
    WRONG_NUMBER = "wrong_number", _("Wrong number")
    REFUSED = "refused", _("Refused")
