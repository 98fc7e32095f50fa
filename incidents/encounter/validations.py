"""What keeps a record from being filed: one rule to a function, each with the field it asks about and its sentence."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from incidents.encounter import diversion
from incidents.encounter.facts import SOFT_HANDS, restrained
from incidents.encounter.parts import Text
from incidents.record_vocabulary import DETENTION, ENFORCEMENT, NO_CONTACT, Outcome

Facts = Mapping[str, Any]
Found = tuple[str, Text] | None
Rule = Callable[[Facts], Found]

# Nobody was met, or nothing was there: nobody can have told a parent of it.
NOBODY = frozenset({Outcome.GONE, Outcome.UNABLE, Outcome.UNFOUNDED})


def problems(facts: Facts) -> dict[str, Text]:
    """Field name to sentence, the first of each field; empty when the record can be filed."""
    found: dict[str, Text] = {}
    for rule in RULES:
        said = rule(facts)
        if said is not None:
            found.setdefault(*said)
    return found


def has_nature(facts: Facts) -> Found:
    """One nature at least."""
    return None if facts.get("nature") else ("nature", _("Say what kind of crisis it was."))


def has_behavior(facts: Facts) -> Found:
    """One behavior at least, seen or told."""
    if facts.get("behaviors") or facts.get("behaviors_reported"):
        return None
    return "behaviors", _("Say what you saw or were told.")


def says_who_told(facts: Facts) -> Found:
    """What was told names its source."""
    unnamed = any(not row.get("reported_by") for row in facts.get("behaviors_reported") or [])
    return ("behaviors_reported", _("Say who told you.")) if unnamed else None


def has_weapon(facts: Facts) -> Found:
    """Whether a weapon was part of it."""
    return None if facts.get("weapon") else ("weapon", _("Say whether a weapon was involved."))


def has_force(facts: Facts) -> Found:
    """Force is set, "none" included."""
    if facts.get("force_highest") is None:
        return "force_highest", _("Say which force was used, “None” included.")
    return None


def says_if_reportable(facts: Facts) -> Found:
    """From soft hands upward."""
    if _hands_on(facts) and facts.get("force_reportable") is None:
        return "force_reportable", _("Say whether this force is reportable.")
    return None


def says_if_restrained(facts: Facts) -> Found:
    """From soft hands upward, and where somebody was restrained on the way."""
    if facts.get("restraint_used") is None and (_hands_on(facts) or restrained(facts)):
        return "restraint_used", _("Say whether anybody was restrained.")
    return None


def restraint_has_rows(facts: Facts) -> Found:
    """A restraint is described."""
    if restrained(facts) and not facts.get("restraints"):
        return "restraints", _("Describe each restraint.")
    return None


def rows_are_restraint(facts: Facts) -> Found:
    """No restraint is described where there was none."""
    if facts.get("restraints") and facts.get("restraint_used") is False:
        return "restraint_used", _("A restraint is described below, so somebody was restrained.")
    return None


def grade_rule(facts: Facts) -> Found:
    """Up to grade 5, restraint, spray and electronic weapons need a serious risk that is written down."""
    if facts.get("grade_rule") and not (facts.get("serious_risk_justification") or "").strip():
        return "serious_risk_justification", _("Up to grade 5 this needs a serious risk: say which one it was.")
    return None


def injuries_answered(facts: Facts) -> Found:
    """Yes or no."""
    return ("anyone_injured", _("Say whether anyone was injured.")) if facts.get("anyone_injured") is None else None


def injured_named(facts: Facts) -> Found:
    """Who was hurt is said, and nobody is where nobody was."""
    if facts.get("anyone_injured") and not facts.get("injuries"):
        return "injuries", _("Say who was injured.")
    if facts.get("anyone_injured") is False and facts.get("injuries"):
        return "anyone_injured", _("An injury is described below, so somebody was injured.")
    return None


def one_primary(facts: Facts) -> Found:
    """Exactly one primary outcome."""
    return None if facts.get("primary_outcome") else ("primary_outcome", _("Choose how it ended."))


def unfounded_alone(facts: Facts) -> Found:
    """Nothing else can follow where nothing was."""
    if Outcome.UNFOUNDED in facts["ended"] and len(facts["ended"]) > 1:
        return "outcomes", _("“Unfounded” stands alone.")
    return None


def no_contact_no_measures(facts: Facts) -> Found:
    """Whoever was not met was not detained, arrested or restrained."""
    if not set(facts["ended"]) & NO_CONTACT:
        return None
    if set(facts["ended"]) & (DETENTION | {Outcome.ARREST}):
        return "outcomes", _("Without contact there can be no detention or arrest.")
    if restrained(facts) or facts.get("restraints"):
        return "restraints", _("Without contact there can be no restraint.")
    return None


def child_gets_no_citation(facts: Facts) -> Found:
    """A child's school offense is a complaint."""
    if facts.get("is_minor") and facts.get("role") == "student" and Outcome.CITATION in facts["ended"]:
        return "outcomes", _("A student who is a minor gets no citation: a school offense is a complaint.")
    return None


def diversion_answered(facts: Facts) -> Found:
    """Asked where an offense is alleged."""
    if facts.get("offense_alleged") == "yes" and facts.get("arrestable_but_diverted") is None:
        return "arrestable_but_diverted", _("Say whether an arrest was possible and services were chosen.")
    return None


def diverted_or_enforced(facts: Facts) -> Found:
    """Never both."""
    if facts.get("arrestable_but_diverted") and set(facts["ended"]) & ENFORCEMENT:
        return "arrestable_but_diverted", _("Diverted and an enforcement outcome cannot both be true.")
    return None


def arrest_of_eligible_explained(facts: Facts) -> Found:
    """Whoever could have been diverted and was arrested is owed a reason."""
    eligible = diversion.eligible_16_23(facts).result is diversion.Result.ELIGIBLE
    reason = (facts.get("not_diverted_reason") or "").strip()
    if eligible and Outcome.ARREST in facts["ended"] and not reason:
        return "not_diverted_reason", _("This person could have been diverted: say why not.")
    return None


def detained_by_peace_officer(facts: Facts) -> Found:
    """Nobody else can detain."""
    if set(facts["ended"]) & DETENTION and facts.get("peace_officer") is False:
        return "primary_outcome", _("Only a peace officer can detain, and none is on this record.")
    return None


def parent_told(facts: Facts) -> Found:
    """A minor's parent was reached, or it says why not yet."""
    if not facts.get("is_minor") or not facts["ended"] or set(facts["ended"]) <= NOBODY:
        return None
    parent = [row for row in facts.get("notifications") or [] if row.get("party") == "parent_guardian"]
    if any(row.get("reached_at") or row.get("hold_reason") for row in parent):
        return None
    return "notifications", _("The person is a minor: say when a parent was reached, or why not yet.")


def disengagement_explained(facts: Facts) -> Found:
    """Stepping back is legitimate, and says why."""
    stepped = any(row.get("technique") == "tactical_disengagement" for row in facts.get("techniques") or [])
    if stepped and not (facts.get("disengagement_reason") or "").strip():
        return "disengagement_reason", _("Say why you stepped back.")
    return None


def diagnosis_has_source(facts: Facts) -> Found:
    """Officers never diagnose."""
    if facts.get("reported_diagnosis") and not facts.get("diagnosis_reported_by"):
        return "diagnosis_reported_by", _("Say who reported this diagnosis.")
    return None


def time_runs_forward(facts: Facts) -> Found:
    """It ends after it began."""
    began, over = facts.get("occurred_from"), facts.get("occurred_to")
    return ("occurred_to", _("It ended before it began.")) if began and over and over < began else None


def _hands_on(facts: Facts) -> bool:
    force = facts.get("force_highest")
    return force is not None and force >= SOFT_HANDS


RULES: tuple[Rule, ...] = (
    has_nature,
    has_behavior,
    says_who_told,
    has_weapon,
    has_force,
    says_if_reportable,
    says_if_restrained,
    restraint_has_rows,
    rows_are_restraint,
    grade_rule,
    injuries_answered,
    injured_named,
    one_primary,
    unfounded_alone,
    no_contact_no_measures,
    child_gets_no_citation,
    diversion_answered,
    diverted_or_enforced,
    arrest_of_eligible_explained,
    detained_by_peace_officer,
    parent_told,
    disengagement_explained,
    diagnosis_has_source,
    time_runs_forward,
)
