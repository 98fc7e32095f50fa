"""What the officers did: techniques, force, restraint, and who was hurt."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Technique(models.TextChoices):
    """What was done to de-escalate."""

    TIME_DISTANCE = "time_distance_cover", _("Time, distance, cover")
    SLOWED = "slowed_pace", _("Slowed pace")
    ONE_VOICE = "single_communicator", _("One communicator")
    INTRODUCED = "introduced_as_cit", _("Introduced as CIT")
    CALM_TONE = "calm_tone", _("Calm tone")
    REFLECTING = "reflecting", _("Reflecting")
    PARAPHRASING = "paraphrasing", _("Paraphrasing")
    LABELING = "emotion_labeling", _("Emotion labeling")
    OPEN_QUESTION = "open_question", _("Open question")
    ENCOURAGER = "minimal_encourager", _("Minimal encouragers")
    VALIDATION = "validation", _("Validation")
    CHOICES = "offered_choices", _("Offered choices")
    LIMITS = "limit_setting", _("Limit setting")
    AUDIENCE = "remove_audience", _("Removed audience")
    NOISE = "reduce_noise", _("Reduced noise")
    QUIET_ROOM = "quiet_room", _("Moved to quiet room")
    SENSORY = "sensory_supports", _("Sensory supports")
    TRUSTED = "trusted_person", _("Brought trusted person")
    CLINICIAN = "clinician_on_scene", _("Counselor / clinician on scene")
    CLINICIAN_PHONE = "clinician_by_phone", _("Clinician by phone / telehealth")
    INTERPRETER = "interpreter", _("Interpreter")
    GROUNDING = "grounding_breathing", _("Grounding / breathing")
    MEANS = "removed_means", _("Removed means")
    PARENT = "parent_by_phone", _("Parent by phone")
    DISENGAGED = "tactical_disengagement", _("Tactical disengagement")
    SUPERVISOR = "supervisor_called", _("Supervisor called")
    DISPLAYED_ONLY = "less_lethal_displayed_only", _("Less-lethal displayed only")
    LISTENING = "active_listening", _("Active listening")
    ENVIRONMENT = "environment_change", _("Changed the surroundings")
    OTHER = "other", _("Other")


class Effect(models.TextChoices):
    """What a technique achieved."""

    EFFECTIVE = "effective", _("Effective")
    PARTLY = "partly", _("Partly")
    NOT_EFFECTIVE = "not_effective", _("Not effective")
    UNKNOWN = "unknown", _("Unknown")


class Force(models.IntegerChoices):
    """The highest force used."""

    PRESENCE = 0, _("None, presence")
    VERBAL = 1, _("Verbal")
    SOFT_HANDS = 2, _("Soft hands / escort")
    HARD_HANDS = 3, _("Hard hands / takedown")
    OC = 4, _("OC spray")
    CEW = 5, _("Electronic control weapon")
    IMPACT = 6, _("Impact weapon")
    FIREARM = 7, _("Firearm pointed")
    DEADLY = 8, _("Deadly force")


class RestraintKind(models.TextChoices):
    """How somebody was held."""

    PHYSICAL = "physical", _("Physical")
    CUFFS_FRONT = "handcuffs_front", _("Handcuffs front")
    CUFFS_BACK = "handcuffs_back", _("Handcuffs back")
    LEG = "leg", _("Leg restraint")
    SOFT = "soft_restraint", _("Soft restraint")
    OTHER = "other", _("Other")


class StaffType(models.TextChoices):
    """Who held them, as the state counts it."""

    STAFF = "lea_staff", _("School staff")
    OFFICER = "officer_sro", _("Officer")


class Injured(models.TextChoices):
    """Who was hurt."""

    SUBJECT = "subject", _("Person in crisis")
    OFFICER = "officer", _("Officer")
    SECURITY = "security", _("Security officer")
    STAFF = "staff", _("Staff")
    BYSTANDER = "student_bystander", _("Student bystander")
    OTHER = "other", _("Other")


class InjuryCause(models.TextChoices):
    """How somebody was hurt."""

    BEFORE = "pre_existing", _("Before arrival")
    SELF = "self_inflicted", _("Self-inflicted")
    BY_SUBJECT = "by_subject", _("By the person in crisis")
    BY_OFFICER = "by_officer", _("By officer")
    ACCIDENT = "accidental", _("Accidental")
    UNKNOWN = "unknown", _("Unknown")


class Severity(models.TextChoices):
    """How badly."""

    PAIN = "complaint_of_pain", _("Complaint of pain")
    MINOR = "minor", _("Minor")
    MODERATE = "moderate_on_scene", _("Moderate, treated on scene")
    SERIOUS = "serious_hospital", _("Serious, hospital")
    FATAL = "fatal", _("Fatal")
    UNKNOWN = "unknown", _("Unknown")


class Treatment(models.TextChoices):
    """Who treated it."""

    NONE = "none", _("None")
    NURSE = "nurse", _("Nurse")
    EMS = "ems_on_scene", _("EMS on scene")
    HOSPITAL = "hospital", _("Hospital")
    REFUSED = "refused", _("Refused")
    UNKNOWN = "unknown", _("Unknown")
