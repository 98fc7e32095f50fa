"""The parts of the de-escalation record, as columns: whom it is about, what was there, what was done, what follows."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from incidents.models.record_columns import one, rows, several, words, yes_no
from incidents.record_vocabulary import (
    Attempt,
    DiversionBasis,
    FollowUp,
    Force,
    Ideation,
    LocationType,
    Medication,
    OffenseLevel,
    Outcome,
    Sex,
    ThreatTarget,
    Veteran,
    Weapon,
)
from officers.vocabulary import Language


class Scene(models.Model):
    """When and where it was, and who was there."""

    occurred_from = models.DateTimeField(null=True, blank=True)
    occurred_to = models.DateTimeField(null=True, blank=True)
    location_type = one(LocationType)
    gps = words(40)
    school_in_session = yes_no()
    audience_present = yes_no()
    supervisor_on_scene = yes_no()
    ems_on_scene = yes_no()
    co_responder_on_scene = yes_no()
    counselor_on_scene = yes_no()
    nurse_on_scene = yes_no()
    admin_on_scene = yes_no()
    bodycam_ids = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        abstract = True


class About(models.Model):
    """What was true of the person on that day; name and grade are the Subject's."""

    # Fixed when the record is first filed, and never dropped at an eighteenth birthday.
    is_minor = models.BooleanField(default=True)
    age_estimate = models.PositiveSmallIntegerField(null=True, blank=True)
    sex = one(Sex)
    race_ethnicity = several()
    language = models.CharField(max_length=4, choices=Language.choices, blank=True)
    interpreter_used = yes_no()
    special_ed = yes_no()
    section_504 = yes_no()
    veteran = one(Veteran)
    unhoused = yes_no()
    foster = yes_no()
    idd_residential_program = yes_no()
    current_provider = words(120)
    reported_diagnosis = words(200)
    diagnosis_reported_by = words(80)

    class Meta:
        abstract = True


class Danger(models.Model):
    """Suicide indicators, threats, weapons, substances and medication."""

    ideation = one(Ideation)
    plan_stated = yes_no()
    intent_stated = yes_no()
    self_harm_without_intent = yes_no()
    recent_loss_or_exposure = yes_no()
    means_access = several()
    attempt = one(Attempt)
    protective_factors = words(400)
    threat_target_kind = one(ThreatTarget)
    threat_specific = yes_no()
    threat_means = words(200)
    threat_team_referral = yes_no()
    weapon = models.CharField(max_length=12, choices=Weapon.choices, blank=True)
    weapon_type = several()
    weapon_recovered = yes_no()
    expulsion_offense_relevance = yes_no()
    firearm_seized = yes_no()
    substance = several()
    naloxone_given = yes_no()
    naloxone_doses = models.PositiveSmallIntegerField(null=True, blank=True)
    medication = one(Medication)

    class Meta:
        abstract = True


class Done(models.Model):
    """What the officers did, with which force, and who was hurt."""

    techniques = rows()
    disengagement_reason = words(400)
    force_highest = models.PositiveSmallIntegerField(choices=Force.choices, null=True, blank=True)
    force_reportable = models.BooleanField(null=True, blank=True)
    uof_report_no = words(40)
    serious_risk_justification = models.TextField(max_length=2000, blank=True)
    restraint_used = models.BooleanField(null=True, blank=True)
    restraints = rows()
    anyone_injured = models.BooleanField(null=True, blank=True)
    injuries = rows()

    class Meta:
        abstract = True


class Ended(models.Model):
    """How it ended and what follows."""

    primary_outcome = models.CharField(max_length=32, choices=Outcome.choices, blank=True)
    outcomes = several()
    transports = rows()
    follow_up_due = models.DateField(null=True, blank=True)
    follow_up_owner = words(80)
    follow_up_outcome = one(FollowUp)
    follow_up_tries = models.PositiveSmallIntegerField(null=True, blank=True)
    notifications = rows()

    class Meta:
        abstract = True


class Diversion(models.Model):
    """What could have been charged, what the officer knew of it, and what follows from that."""

    offense_alleged = yes_no()
    offense_level = one(OffenseLevel)
    violent = yes_no()
    weapon_offense = yes_no()
    dwi_type = yes_no()
    treatment_center_available = yes_no()
    diversion_reasonable = yes_no()
    mh_sud_suspected_cause = yes_no()
    prior_offense = yes_no()
    trafficking_victim_suspected = yes_no()
    arrestable_but_diverted = models.BooleanField(null=True, blank=True)
    diversion_basis = one(DiversionBasis)
    diversion_reason = words(400)
    not_diverted_reason = words(400)
    # Computed from the inputs whenever they are saved.
    eligible_16_23 = models.CharField(max_length=16, blank=True, editable=False)
    eligible_14_035 = models.CharField(max_length=16, blank=True, editable=False)
    eligible_first_offender = models.CharField(max_length=16, blank=True, editable=False)
    eligible_informal = models.CharField(max_length=16, blank=True, editable=False)

    class Meta:
        abstract = True
