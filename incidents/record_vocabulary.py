"""The closed lists of the de-escalation record."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordNature(models.TextChoices):
    """What kind of crisis it was."""

    SUICIDAL = "suicidal", _("Suicidal")
    SELF_INJURY = "self_injury", _("Self-injury")
    THREAT = "threat_or_harm_to_others", _("Threat or harm to others")
    PSYCHOSIS = "psychosis", _("Psychosis")
    DEPRESSION = "depression_hopelessness", _("Depression / hopelessness")
    ANXIETY = "anxiety_panic", _("Anxiety / panic")
    TRAUMA = "trauma_reaction_grief", _("Trauma reaction / grief")
    IDD = "intellectual_developmental", _("Intellectual / developmental")
    AUTISM = "autism_sensory", _("Autism / sensory overload")
    SUBSTANCE = "substance", _("Substance-related")
    MEDICAL = "medical_or_medication", _("Medical or medication")
    FAMILY = "family_conflict", _("Family conflict")
    BULLYING = "bullying_peer_conflict", _("Bullying / peer conflict")
    SCHOOL = "school_stress_discipline", _("School stress / discipline")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Unknown")


class Behavior(models.TextChoices):
    """What the officer saw or was told."""

    SUICIDAL_STATEMENT = "suicidal_statement", _("Suicidal statement")
    SUICIDE_ATTEMPT = "suicide_attempt", _("Suicide attempt")
    SELF_INJURY = "self_injury", _("Self-injury")
    HALLUCINATIONS = "hallucinations", _("Hallucinations")
    PARANOID = "paranoid_suspicious", _("Paranoid / suspicious")
    DISORGANIZED = "disorganized_speech", _("Disorganized speech")
    CONFUSED = "disoriented_confused", _("Disoriented / confused")
    AGITATED = "agitated_pacing", _("Agitated / pacing")
    CRYING = "crying_hopeless", _("Crying / hopeless")
    WITHDRAWN = "withdrawn_mute", _("Withdrawn / mute")
    SCARED = "unusually_scared", _("Unusually scared")
    PANIC = "panic", _("Panic")
    BELLIGERENT = "belligerent_uncooperative", _("Belligerent / uncooperative")
    DISRUPTIVE = "disruptive_disorderly", _("Disruptive")
    PROPERTY = "property_damage", _("Property damage")
    ASSAULTIVE = "assaultive", _("Assaultive")
    ELOPEMENT = "elopement", _("Elopement")
    INTOXICATED = "intoxicated", _("Intoxicated")
    DISTRESS = "medical_distress", _("Medical distress")
    CALM = "calm_cooperative", _("Calm / cooperative")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Unknown")


class Technique(models.TextChoices):
    """What was done to de-escalate."""

    TIME_DISTANCE = "time_distance_cover", _("Time, distance, cover")
    SLOWED = "slowed_pace", _("Slowed pace")
    ONE_VOICE = "single_communicator", _("One communicator")
    INTRODUCED = "introduced_as_cit", _("Introduced as CIT")
    CALM_TONE = "calm_tone", _("Calm tone")
    REFLECTING = "reflecting", _("Reflecting")
    LABELING = "emotion_labeling", _("Emotion labeling")
    OPEN_QUESTION = "open_question", _("Open question")
    VALIDATION = "validation", _("Validation")
    CHOICES = "offered_choices", _("Offered choices")
    LIMITS = "limit_setting", _("Limit setting")
    AUDIENCE = "remove_audience", _("Removed audience")
    NOISE = "reduce_noise", _("Reduced noise")
    QUIET_ROOM = "quiet_room", _("Moved to quiet room")
    SENSORY = "sensory_supports", _("Sensory supports")
    TRUSTED = "trusted_person", _("Brought trusted person")
    CLINICIAN = "clinician_on_scene", _("Counselor / clinician on scene")
    INTERPRETER = "interpreter", _("Interpreter")
    GROUNDING = "grounding_breathing", _("Grounding / breathing")
    MEANS = "removed_means", _("Removed means")
    PARENT = "parent_by_phone", _("Parent by phone")
    SUPERVISOR = "supervisor_called", _("Supervisor called")


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


class Injured(models.TextChoices):
    """Who was hurt."""

    SUBJECT = "subject", _("Person in crisis")
    OFFICER = "officer", _("Officer")
    SECURITY = "security", _("Security officer")
    STAFF = "staff", _("Staff")
    BYSTANDER = "student_bystander", _("Student bystander")
    OTHER = "other", _("Other")


class Weapon(models.TextChoices):
    """Whether a weapon was part of it."""

    NONE = "none", _("None")
    STATED = "stated_only", _("Stated only")
    ACCESSIBLE = "accessible", _("Accessible")
    ON_PERSON = "on_person", _("On person")
    DISPLAYED = "displayed", _("Displayed")
    USED = "used", _("Used")
    UNKNOWN = "unknown", _("Unknown")


class Outcome(models.TextChoices):
    """How the encounter ended; several may apply, one is primary."""

    RESOLVED = "resolved_no_referral", _("Resolved, no referral")
    SUPPORTED = "resolved_with_support", _("Resolved with support")
    RETURNED = "returned_to_class", _("Returned to class")
    WITH_COUNSELOR = "stayed_with_counselor", _("Stayed with counselor")
    TO_PARENT = "released_to_parent", _("Released to parent")
    REF_COUNSELOR = "ref_counselor", _("Referred to counselor")
    REF_SOCIAL_WORKER = "ref_social_worker", _("Referred to social worker")
    MOBILE_CRISIS = "mobile_crisis_on_scene", _("Mobile crisis on scene")
    VOLUNTARY = "voluntary_transport", _("Voluntary transport")
    DETENTION = "emergency_detention", _("Emergency detention")
    EMS = "ems_medical", _("EMS / medical")
    WARNING = "juvenile_warning_notice", _("Warning notice")
    CITATION = "citation", _("Citation")
    COMPLAINT = "school_offense_complaint", _("School-offense complaint")
    PROBATION = "juvenile_probation", _("Referral to juvenile probation")
    ARREST = "arrest_custody", _("Arrest / custody")
    UNABLE = "unable_to_contact", _("Unable to contact")
    GONE = "gone_on_arrival", _("Gone on arrival")
    UNFOUNDED = "unfounded", _("Unfounded")


ENFORCEMENT = frozenset({Outcome.ARREST, Outcome.CITATION, Outcome.COMPLAINT, Outcome.PROBATION})
NO_CONTACT = frozenset({Outcome.GONE, Outcome.UNABLE})
REFERRAL = frozenset({Outcome.REF_COUNSELOR, Outcome.REF_SOCIAL_WORKER})


class PersonRole(models.TextChoices):
    """What the person in crisis is to the school."""

    STUDENT = "student", _("Student")
    STAFF = "staff", _("Staff")
    PARENT = "parent", _("Parent")
    VISITOR = "visitor", _("Visitor")
    OTHER = "other", _("Other")


class Grade(models.TextChoices):
    """School grade."""

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
