"""The closed lists of calls and incidents. Slugs are stable and never re-used; labels are translated."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Via(models.TextChoices):
    """How the call reached dispatch."""

    TRANSFER_911 = "transfer_911", _("911 transfer")
    DISTRICT_PHONE = "district_phone", _("District phone")
    RADIO = "radio", _("Radio")
    WALK_IN = "walk_in", _("Walk-in")
    PANIC_BUTTON = "panic_button", _("Panic button")
    ANONYMOUS_TIP = "anonymous_tip_app", _("Anonymous tip app")
    OFFICER = "officer_initiated", _("Officer initiated")
    STAFF = "school_staff", _("School staff")
    CRISIS_LINE = "crisis_line_transfer", _("988 or crisis-line transfer")
    PARENT = "parent", _("Parent")
    OTHER = "other", _("Other")


class CallerRole(models.TextChoices):
    """Who is calling."""

    STUDENT = "student", _("Student")
    PARENT = "parent_guardian", _("Parent or guardian")
    TEACHER = "teacher", _("Teacher")
    COUNSELOR = "counselor", _("Counselor")
    ADMINISTRATOR = "administrator", _("Administrator")
    NURSE = "nurse", _("Nurse")
    BUS_DRIVER = "bus_driver", _("Bus driver")
    SECURITY = "security_officer", _("Security officer")
    OFFICER = "officer", _("Officer")
    COMMUNITY = "community", _("Community member")
    ANONYMOUS = "anonymous", _("Anonymous")


class Nature(models.TextChoices):
    """What the call is about; start and floor priorities are in `incidents.priorities`."""

    SUICIDE_ATTEMPT = "suicide_attempt", _("Suicide attempt")
    SUICIDAL_IDEATION = "suicidal_ideation", _("Suicidal thoughts")
    SELF_HARM = "self_harm", _("Self-harm")
    THREAT_TO_OTHERS = "threat_to_others", _("Threat to others")
    PSYCHOSIS = "psychosis_altered", _("Psychosis / altered state")
    PANIC = "panic_anxiety", _("Panic or anxiety")
    OUTBURST = "emotional_outburst", _("Emotional outburst")
    DISABILITY = "behavioral_disability_crisis", _("Behavior crisis, autism/IDD")
    OVERDOSE = "intoxication_overdose", _("Intoxication / overdose")
    RUNAWAY = "runaway_elopement", _("Runaway / elopement")
    WELFARE = "welfare_check", _("Welfare check")
    GRIEF = "grief_trauma", _("Grief or trauma")
    FAMILY = "family_crisis", _("Family crisis")
    ABUSE = "abuse_disclosure", _("Abuse disclosure")
    FIGHT = "fight_with_mh_component", _("Fight, mental-health component")
    WEAPON = "weapon_with_mh_component", _("Weapon, mental-health component")
    OFFENSE = "criminal_with_mh_component", _("Offense, mental-health component")
    MEDICATION = "missing_medication", _("Missed medication")
    MEDICAL = "medical", _("Medical")
    FOLLOW_UP = "follow_up_visit", _("Follow-up visit")


class Priority(models.TextChoices):
    """How urgent."""

    P1 = "p1", _("P1 Life threat now")
    P2 = "p2", _("P2 Immediate")
    P3 = "p3", _("P3 Prompt")
    P4 = "p4", _("P4 Support")


class CloseReason(models.TextChoices):
    """How the incident ended for dispatch."""

    REPORT_TAKEN = "report_taken", _("Report taken")
    NO_REPORT = "no_report", _("No report")
    HANDED_OFF = "handed_off", _("Handed off")
    UNFOUNDED = "unfounded", _("Unfounded")


class Origin(models.TextChoices):
    """How the incident came to be."""

    CALL = "call", _("A call")
    OFFICER = "officer", _("Officer initiated")
    SCHEDULED = "scheduled", _("Scheduled")


class CitUnavailable(models.TextChoices):
    """Why nobody with a valid certification was sent to a call that needs one."""

    NONE_ON_DUTY = "none_on_duty", _("None on duty")
    ALL_COMMITTED = "all_committed", _("All committed")
    TOO_FAR = "too_far", _("Too far")
    DECLINED = "declined_by_supervisor", _("Declined by supervisor")


class Override(models.TextChoices):
    """Why another unit was sent than the one recommended."""

    KNOWS_PERSON = "knows_person", _("Knows the person")
    NEARER = "nearer_in_fact", _("Nearer in fact")
    SKILL = "special_skill", _("Special skill")
    REQUESTED = "officer_requested", _("The officer asked for it")
    DIRECTED = "supervisor_direction", _("A supervisor directed it")
    NO_CIT = "no_cit_officer", _("No CIT officer could be sent")
    OTHER = "other", _("Other")


# What the desk chooses from: the reason why no CIT officer is sent has a list of its own.
OVERRIDES = [(str(value), label) for value, label in Override.choices if value != Override.NO_CIT]


class ReopenReason(models.TextChoices):
    """Why a finished incident is handled again."""

    STARTED_AGAIN = "started_again", _("It started again")
    CLOSED_IN_ERROR = "closed_in_error", _("Closed in error")
    NEW_INFORMATION = "new_information", _("New information")


class PriorityReason(models.TextChoices):
    """Why a dispatcher sets another priority than the script's."""

    ANSWERS_CHANGED = "answers_changed", _("The answers changed")
    ON_SCENE = "on_scene_update", _("Update from the scene")
    ERROR = "entered_in_error", _("Entered in error")
    DIRECTED = "supervisor_direction", _("A supervisor directed it")
    JUDGMENT = "dispatcher_judgment", _("What the dispatcher hears")
