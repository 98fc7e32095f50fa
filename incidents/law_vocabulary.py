"""The closed lists of duties that the law sets, their forms and the school calendar. Slugs are never re-used."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DutyKind(models.TextChoices):
    """What is owed; when it starts and what ends it is in `incidents.duties.standard`."""

    DETENTION = "detention_notice", _("Notice of emergency detention")
    DISPOSITION = "juvenile_disposition", _("Juvenile handled without referral")
    RESTRAINT_TODAY = "restraint_same_day", _("Restraint: tell school and parent today")
    RESTRAINT_WRITTEN = "restraint_written", _("Restraint: written notice")
    RESTRAINT_EXPORT = "restraint_export", _("Restraint: state export")
    OFFICIAL_ORAL = "official_oral", _("School official: tell in person or by phone")
    OFFICIAL_WRITTEN = "official_written", _("School official: written notice")
    ABUSE = "abuse_report", _("Child-abuse report")
    RISK_PARENT = "risk_parent_notice", _("Tell the parent: suicide risk")
    THREAT = "threat_referral", _("Refer to the threat-assessment team")
    FIREARM = "firearm_seized", _("Seized firearm")
    OFFICER_INVOLVED = "officer_involved", _("Injury or death with an officer involved")


class DutyState(models.TextChoices):
    """Where a duty stands."""

    OPEN = "open", _("Open")
    SATISFIED = "satisfied", pgettext_lazy("duty", "Done")
    WAIVED = "waived", pgettext_lazy("duty", "Waived")
    ENDED = "ended", _("No longer applies")


class FormState(models.TextChoices):
    """How far a form has come."""

    DRAFT = "draft", _("Draft")
    SIGNED = "signed", _("Signed")


class TemplateState(models.TextChoices):
    """How far a version of a form's words has come."""

    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved")
    ACTIVE = "active", _("Active")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Party(models.TextChoices):
    """Who is told."""

    PARENT = "parent_guardian", _("Parent or guardian")
    PRINCIPAL = "principal", _("Principal")
    COUNSELOR = "counselor", _("Counselor")
    SOCIAL_WORKER = "social_worker", _("Social worker")
    DIRECTOR = "exec_director_sss", _("Director of student support")
    SUPERINTENDENT = "superintendent", _("Superintendent")
    THREAT_TEAM = "threat_team", _("Threat-assessment team")
    SPECIAL_ED = "special_ed_ard", _("Special-education committee")
    NURSE = "nurse", _("Nurse")
    PROTECTIVE = "cps_dfps", _("Child protective services")
    AUTHORITY = "lmha", _("Mental-health authority")
    PROBATION = "juvenile_probation", _("Juvenile probation")
    COURT = "probate_court", _("Probate court")
    OTHER_POLICE = "outside_le", _("Other police")
    CHIEF = "chief", _("Chief")
    FACILITY = "facility", _("Facility")


class Way(models.TextChoices):
    """How somebody is told."""

    PHONE = "phone", _("Phone")
    IN_PERSON = "in_person", _("In person")
    SMS = "sms", _("Text message")
    EMAIL = "email", _("E-mail")
    PORTAL = "portal", _("Parent portal")
    LETTER = "letter", _("Letter")


class Attempted(models.TextChoices):
    """What came of a try to tell somebody."""

    REACHED = "reached", _("Reached")
    MESSAGE = "left_message", _("Left a message")
    NO_ANSWER = "no_answer", _("No answer")
    WRONG = "wrong_number", _("Wrong number")
    REFUSED = "refused", _("Refused to talk")


class StepKind(models.TextChoices):
    """A step of a duty that has several."""

    GUIDELINES = "guidelines_checked", _("Checked against the board’s guidelines")
    PARENTS = "parents_told", _("Parents told")
    NOTICE = "notice_given", _("Notice given, copies kept")
    COUNTED = "counted", _("Counted for the yearly report")
    TEAM_TOLD = "team_told", _("Team told")
    SUPERINTENDENT = "superintendent_told", _("Superintendent told of a serious risk")
    INVITED = "parent_invited", _("Parent told before, and invited to take part")
    MET = "team_met", _("Team met")
    FINDINGS = "findings_told", _("Findings told to the parent")
    ACTIONS = "actions_set", _("Actions with dates set")
    RECEIPT = "receipt_given", _("Receipt given")
    PROPERTY = "property_entered", _("Entered as property")
    OWNER = "owner_told", _("Owner told how to get it back")
    COURT = "court_told", _("Court told")
    HELD = "records_held", _("Records put on hold")
    STATE_FORM = "state_form_filed", _("State form filed")


class Expertise(models.TextChoices):
    """What the members of a threat-assessment team know about."""

    COUNSELING = "counseling", _("Counseling")
    BEHAVIOR = "behavior", _("Behavior management")
    HEALTH = "mental_health", _("Mental health and substance use")
    CLASSROOM = "classroom", _("Classroom instruction")
    SPECIAL_ED = "special_education", _("Special education")
    ADMINISTRATION = "administration", _("School administration")
    SAFETY = "safety", _("School safety and security")
    EMERGENCY = "emergency", _("Emergency management")
    POLICE = "law_enforcement", _("Law enforcement")


class WaiveReason(models.TextChoices):
    """Why a duty is not done although the record asked for it."""

    NOT_LISTED = "not_listed", _("The offense is not one that the law lists")
    OTHERS_DID = "others_did", _("Another agency has done it")
    PARENT_UNSAFE = "parent_unsafe", _("Telling the parent would put the child at risk")
    COURT_ORDER = "court_order", _("A court has ordered otherwise")
    COUNSEL = "counsel_advice", _("Counsel has advised otherwise")
    NOT_APPLICABLE = "not_applicable", _("It does not apply to this person")


class Recipient(models.TextChoices):
    """To whom a printed form goes."""

    FACILITY = "facility", _("Facility")
    PARENT = "parent_guardian", _("Parent or guardian")
    SCHOOL = "school_official", _("School official")
    TEAM = "threat_team", _("Threat-assessment team")
    PROTECTIVE = "cps_dfps", _("Child protective services")
    OWNER = "property_owner", _("Owner of the property")
    FILE = "own_file", _("Own file")


class SpecialDay(models.TextChoices):
    """How a day differs from others."""

    HOLIDAY = "holiday", _("Legal holiday")
    NO_SCHOOL = "no_school", _("No school (staff day, break)")
    HALF_DAY = "half_day", _("Half day")
    MAKE_UP = "make_up", _("School on a Saturday")
