"""Sections about the person and the scene, and the officer's own words."""

from django.utils.translation import gettext_lazy as _

from incidents.encounter.parts import Field, Kind, Section
from incidents.record_vocabulary import LocationType, Race, Sex, Veteran
from officers.vocabulary import Language

PERSON = Section(
    "person",
    _("The person"),
    (
        Field("age_estimate", _("Age, as far as can be told"), Kind.NUMBER, most=120),
        Field("sex", _("Sex"), Kind.ONE, Sex),
        Field("race_ethnicity", _("Race / ethnicity"), Kind.SEVERAL, Race),
        Field("language", _("Language"), Kind.ONE, Language),
        Field("interpreter_used", _("Was an interpreter used?"), Kind.YES_NO),
        Field("special_ed", _("In special education?"), Kind.YES_NO),
        Field("section_504", _("Under section 504?"), Kind.YES_NO),
        Field("veteran", _("Veteran"), Kind.ONE, Veteran),
        Field("unhoused", _("Without a home?"), Kind.YES_NO),
        Field("foster", _("In foster care?"), Kind.YES_NO),
        Field("idd_residential_program", _("Lives in a residential program for disabilities?"), Kind.YES_NO),
        Field("current_provider", _("Provider or case manager"), Kind.WORDS, longest=120),
        Field(
            "reported_diagnosis",
            _("Diagnosis that somebody reported"),
            Kind.WORDS,
            longest=200,
            help=_("Officers never diagnose: write what you were told, and by whom."),
        ),
        Field("diagnosis_reported_by", _("Reported by"), Kind.WORDS, longest=80),
    ),
)

SCENE = Section(
    "scene",
    _("The scene"),
    (
        Field("occurred_from", _("Began"), Kind.WHEN),
        Field("occurred_to", _("Ended"), Kind.WHEN),
        Field("location_type", _("Kind of place"), Kind.ONE, LocationType),
        Field("gps", _("Position"), Kind.WORDS, longest=40),
        Field("school_in_session", _("Was school in session?"), Kind.YES_NO),
        Field("audience_present", _("Did others look on?"), Kind.YES_NO),
        Field("supervisor_on_scene", _("Was a supervisor there?"), Kind.YES_NO),
        Field("ems_on_scene", _("Was EMS there?"), Kind.YES_NO),
        Field("co_responder_on_scene", _("Was a co-responder there?"), Kind.YES_NO),
        Field("counselor_on_scene", _("Was a counselor there?"), Kind.YES_NO),
        Field("nurse_on_scene", _("Was a nurse there?"), Kind.YES_NO),
        Field("admin_on_scene", _("Was an administrator there?"), Kind.YES_NO),
        Field("bodycam_ids", _("Body-camera recordings"), Kind.LIST, longest=40, most=20, help=_("One to a line.")),
    ),
)

WORDS = Section(
    "words",
    _("In your words"),
    (Field("narrative", _("In your words"), Kind.TEXT, longest=8000),),
)
