"""What an officer saw or was told of the person in crisis."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordNature(models.TextChoices):
    """What kind of crisis it was."""

    SUICIDAL = "suicidal", _("Suicidal")
    SELF_INJURY = "self_injury", _("Self-injury")
    THREAT = "threat_or_harm_to_others", _("Threat or harm to others")
    PSYCHOSIS = "psychosis", _("Psychosis")
    MANIA = "mania", _("Mania")
    DEPRESSION = "depression_hopelessness", _("Depression / hopelessness")
    ANXIETY = "anxiety_panic", _("Anxiety / panic")
    TRAUMA = "trauma_reaction_grief", _("Trauma reaction / grief")
    IDD = "intellectual_developmental", _("Intellectual / developmental")
    AUTISM = "autism_sensory", _("Autism / sensory overload")
    SUBSTANCE = "substance", _("Substance-related")
    MEDICAL = "medical_or_medication", _("Medical or medication")
    DEMENTIA = "dementia", _("Dementia")
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
    DELUSIONS = "delusions", _("Delusions")
    PARANOID = "paranoid_suspicious", _("Paranoid / suspicious")
    OUT_OF_TOUCH = "out_of_touch", _("Out of touch with reality")
    DISORGANIZED = "disorganized_speech", _("Disorganized speech")
    CONFUSED = "disoriented_confused", _("Disoriented / confused")
    MANIC = "manic", _("Manic")
    AGITATED = "agitated_pacing", _("Agitated / pacing")
    CRYING = "crying_hopeless", _("Crying / hopeless")
    WITHDRAWN = "withdrawn_mute", _("Withdrawn / mute")
    SCARED = "unusually_scared", _("Unusually scared")
    PANIC = "panic", _("Panic")
    BELLIGERENT = "belligerent_uncooperative", _("Belligerent / uncooperative")
    DISRUPTIVE = "disruptive_disorderly", _("Disruptive")
    PROPERTY = "property_damage", _("Property damage")
    ASSAULTIVE = "assaultive", _("Assaultive")
    BIZARRE = "bizarre", _("Bizarre behavior")
    ELOPEMENT = "elopement", _("Elopement")
    NEGLECT = "neglect_self_care", _("Neglect of self-care")
    INTOXICATED = "intoxicated", _("Intoxicated")
    DISTRESS = "medical_distress", _("Medical distress")
    CALM = "calm_cooperative", _("Calm / cooperative")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Unknown")


class ReportedBy(models.TextChoices):
    """Who told the officer what the officer did not see."""

    STUDENT = "student", _("Student")
    PARENT = "parent_guardian", _("Parent or guardian")
    TEACHER = "teacher", _("Teacher")
    COUNSELOR = "counselor", _("Counselor")
    ADMINISTRATOR = "administrator", _("Administrator")
    NURSE = "nurse", _("Nurse")
    SECURITY = "security_officer", _("Security officer")
    SUBJECT = "subject", _("Person in crisis")
    OTHER = "other", _("Other")


class Precipitant(models.TextChoices):
    """What led up to it."""

    DISCIPLINE = "discipline", _("Discipline")
    GRADES = "grades", _("Grades")
    BREAKUP = "breakup", _("Breakup")
    BULLYING = "bullying", _("Bullying")
    FAMILY_VIOLENCE = "family_violence", _("Family violence")
    BEREAVEMENT = "bereavement", _("Bereavement")
    IMMIGRATION = "immigration_family", _("Immigration / deportation in family")
    ABUSE = "abuse_disclosure", _("Abuse disclosure")
    SOCIAL_MEDIA = "social_media", _("Social media")
    MEDICATION = "medication_change", _("Medication change")
    HOUSING = "housing_food", _("Housing / food")
    UNKNOWN = "unknown", _("Unknown")


class LocationType(models.TextChoices):
    """What kind of place it was."""

    CLASSROOM = "classroom", _("Classroom")
    HALLWAY = "hallway", _("Hallway")
    CAFETERIA = "cafeteria", _("Cafeteria")
    RESTROOM = "restroom", _("Restroom")
    OFFICE = "office", _("Office")
    NURSE = "nurse", _("Nurse office")
    BUS = "bus", _("Bus")
    PARKING = "parking", _("Parking lot")
    ATHLETIC = "athletic", _("Athletic area")
    PLAYGROUND = "playground", _("Playground")
    HOME = "off_campus_home", _("Off campus, home")
    PUBLIC = "off_campus_public", _("Off campus, public place")
    ONLINE = "online", _("Online")
