"""The answers of a record as a service takes them: one entry for each field of the sections, any of them left out."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypedDict

# A row in full, or the answer to its lead alone.
Row = Mapping[str, Any] | str


class Answers(TypedDict, total=False):
    """What a record asks; a draft may leave any of it out."""

    nature: list[str]
    behaviors: list[str]
    behaviors_reported: list[Row]
    precipitant: list[str]

    ideation: str
    plan_stated: str
    intent_stated: str
    means_access: list[str]
    attempt: str
    self_harm_without_intent: str
    recent_loss_or_exposure: str
    protective_factors: str

    threat_target_kind: str
    threat_specific: str
    threat_means: str
    threat_team_referral: str

    weapon: str
    weapon_type: list[str]
    weapon_recovered: str
    expulsion_offense_relevance: str
    firearm_seized: str

    techniques: list[Row]
    disengagement_reason: str

    force_highest: int | None
    force_reportable: bool | None
    uof_report_no: str
    restraint_used: bool | None
    restraints: list[Row]
    serious_risk_justification: str

    anyone_injured: bool | None
    injuries: list[Row]

    primary_outcome: str
    outcomes: list[str]
    transports: list[Row]

    notifications: list[Row]

    substance: list[str]
    naloxone_given: str
    naloxone_doses: int | None
    medication: str

    age_estimate: int | None
    sex: str
    race_ethnicity: list[str]
    language: str
    interpreter_used: str
    special_ed: str
    section_504: str
    veteran: str
    unhoused: str
    foster: str
    idd_residential_program: str
    current_provider: str
    reported_diagnosis: str
    diagnosis_reported_by: str

    occurred_from: datetime | None
    occurred_to: datetime | None
    location_type: str
    gps: str
    school_in_session: str
    audience_present: str
    supervisor_on_scene: str
    ems_on_scene: str
    co_responder_on_scene: str
    counselor_on_scene: str
    nurse_on_scene: str
    admin_on_scene: str
    bodycam_ids: list[str]

    follow_up_due: date | None
    follow_up_owner: str
    follow_up_outcome: str
    follow_up_tries: int | None

    offense_alleged: str
    offense_level: str
    violent: str
    weapon_offense: str
    dwi_type: str
    prior_offense: str
    mh_sud_suspected_cause: str
    treatment_center_available: str
    diversion_reasonable: str
    trafficking_victim_suspected: str
    arrestable_but_diverted: bool | None
    diversion_basis: str
    diversion_reason: str
    not_diverted_reason: str

    narrative: str
