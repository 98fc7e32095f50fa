"""How an encounter ended: outcomes, transport, follow-up, and what could have been charged."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """How the encounter ended; several may apply, one is primary."""

    RESOLVED = "resolved_no_referral", _("Resolved, no referral")
    SUPPORTED = "resolved_with_support", _("Resolved with support")
    RETURNED = "returned_to_class", _("Returned to class")
    WITH_COUNSELOR = "stayed_with_counselor", _("Stayed with counselor")
    TO_PARENT = "released_to_parent", _("Released to parent")
    ACCEPTED = "resources_accepted", _("Resources accepted")
    DECLINED = "resources_declined", _("Resources declined")
    REF_COUNSELOR = "ref_counselor", _("Referred to counselor")
    REF_SOCIAL_WORKER = "ref_social_worker", _("Referred to social worker")
    REF_SUPPORT = "ref_student_support", _("Referred to student support services")
    REF_THREAT_TEAM = "ref_threat_team", _("Referred to threat-assessment team")
    REF_TELEHEALTH = "ref_school_telehealth", _("Referred to school tele-mental-health")
    REF_LMHA = "ref_lmha_outpatient", _("Referred to mental-health authority, outpatient")
    MOBILE_CRISIS = "mobile_crisis_on_scene", _("Mobile crisis on scene")
    MOBILE_PHONE = "mobile_crisis_phone", _("Mobile crisis by phone")
    TRANSFER_988 = "warm_transfer_988", _("Warm transfer to 988")
    VOLUNTARY = "voluntary_transport", _("Voluntary transport")
    DETENTION = "emergency_detention", _("Emergency detention")
    WARRANT = "warrant_detention", _("Detention by warrant")
    EMS = "ems_medical", _("EMS / medical")
    WARNING = "juvenile_warning_notice", _("Warning notice")
    INFORMAL = "informal_disposition", _("Disposition without referral")
    FIRST_OFFENDER = "first_offender_program", _("First-offender program")
    CITATION = "citation", _("Citation")
    COMPLAINT = "school_offense_complaint", _("School-offense complaint")
    PROBATION = "juvenile_probation", _("Referral to juvenile probation")
    ARREST = "arrest_custody", _("Arrest / custody")
    ABUSE_REPORT = "child_abuse_report", _("Child-abuse report")
    UNABLE = "unable_to_contact", _("Unable to contact")
    GONE = "gone_on_arrival", _("Gone on arrival")
    DISENGAGED = "disengaged", _("Disengaged")
    NO_ACTION = "no_action_needed", _("No action needed")
    UNFOUNDED = "unfounded", _("Unfounded")


class TransportBy(models.TextChoices):
    """Who took the person."""

    PATROL = "patrol", _("Patrol")
    EMS = "ems", _("EMS")
    PARENT = "parent", _("Parent")
    MOBILE_CRISIS = "mobile_crisis", _("Mobile crisis team")
    DISTRICT = "district_vehicle", _("District vehicle")
    OTHER = "other_agency", _("Other agency")


class FollowUp(models.TextChoices):
    """What came of the follow-up."""

    ENGAGED = "reached_engaged", _("Reached, engaged")
    DECLINED = "reached_declined", _("Reached, declined")
    NO_ANSWER = "no_answer", _("No answer")
    MOVED = "moved", _("Moved")
    HOSPITALIZED = "hospitalized", _("Hospitalized")


class OffenseLevel(models.TextChoices):
    """How the law ranks what is alleged."""

    STATUS = "status_cins", _("Status / CINS")
    CLASS_C = "class_c", _("Class C")
    CLASS_B = "class_b", _("Class B")
    CLASS_A = "class_a", _("Class A")
    STATE_JAIL = "felony_state_jail", _("State jail felony")
    FELONY_3 = "felony_3", _("Third-degree felony")
    FELONY_2 = "felony_2", _("Second-degree felony")
    FELONY_1 = "felony_1", _("First-degree felony")
    FELONY = "felony_unspecified", _("Felony, degree not known")
    UNKNOWN = "unknown", _("Unknown")


class DiversionBasis(models.TextChoices):
    """What a diversion rests on."""

    CCP_16_23 = "ccp_16_23", _("CCP 16.23")
    CCP_14_035 = "ccp_14_035", _("CCP 14.035")
    FC_52_01 = "fc_52_01", _("FC 52.01")
    FC_52_03 = "fc_52_03", _("FC 52.03")
    FC_52_031 = "fc_52_031", _("FC 52.031")
    SCHOOL = "school_discipline_only", _("School discipline only")


ENFORCEMENT = frozenset({Outcome.ARREST, Outcome.CITATION, Outcome.COMPLAINT, Outcome.PROBATION})
NO_CONTACT = frozenset({Outcome.GONE, Outcome.UNABLE})
DETENTION = frozenset({Outcome.DETENTION, Outcome.WARRANT})
REFERRAL = frozenset(
    {
        Outcome.REF_COUNSELOR,
        Outcome.REF_SOCIAL_WORKER,
        Outcome.REF_SUPPORT,
        Outcome.REF_THREAT_TEAM,
        Outcome.REF_TELEHEALTH,
        Outcome.REF_LMHA,
    }
)
# The chips are shown group by group.
GROUPS: tuple[tuple[str, frozenset[Outcome]], ...] = (
    (
        "resolved",
        frozenset(
            {
                Outcome.RESOLVED,
                Outcome.SUPPORTED,
                Outcome.RETURNED,
                Outcome.WITH_COUNSELOR,
                Outcome.TO_PARENT,
                Outcome.ACCEPTED,
                Outcome.DECLINED,
            }
        ),
    ),
    ("referral", REFERRAL),
    (
        "crisis_service",
        DETENTION
        | {
            Outcome.MOBILE_CRISIS,
            Outcome.MOBILE_PHONE,
            Outcome.TRANSFER_988,
            Outcome.VOLUNTARY,
            Outcome.EMS,
        },
    ),
    (
        "legal",
        ENFORCEMENT | {Outcome.WARNING, Outcome.INFORMAL, Outcome.FIRST_OFFENDER, Outcome.ABUSE_REPORT},
    ),
    ("no_contact_no_need", NO_CONTACT | {Outcome.DISENGAGED, Outcome.NO_ACTION, Outcome.UNFOUNDED}),
)
