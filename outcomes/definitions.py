"""What each figure means, as data: the page of definitions, the report and the API read it from here."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Unit(TextChoices):
    """How a value is read."""

    COUNT = "count", _("count")
    PERCENT = "percent", _("per cent")
    PER_100 = "per_100", _("per 100")
    SECONDS = "seconds", _("seconds")


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure means: `part` of `whole`, both names of Counts; a count has no whole."""

    key: str
    label: str | Promise
    unit: Unit
    part: str
    whole: str
    text: str | Promise


DEFINITIONS = (
    Definition(
        "calls",
        _("Calls"),
        Unit.COUNT,
        "calls",
        "",
        _("Calls that reached dispatch and belong to an incident received in the period."),
    ),
    Definition(
        "incidents",
        _("Incidents"),
        Unit.COUNT,
        "incidents",
        "",
        _("Incidents received in the period, cancelled ones included."),
    ),
    Definition(
        "crisis",
        _("Crisis incidents"),
        Unit.PERCENT,
        "crisis",
        "incidents",
        _("Incidents of every nature except medical and follow-up visits, of all incidents."),
    ),
    Definition(
        "response_median",
        _("Response, half within"),
        Unit.SECONDS,
        "response_median_s",
        "responses",
        _("From the call received to the first unit on scene, crisis incidents with an arrival; nearest rank."),
    ),
    Definition(
        "response_p90",
        _("Response, nine in ten within"),
        Unit.SECONDS,
        "response_p90_s",
        "responses",
        _("The same times, 90th percentile by nearest rank."),
    ),
    Definition(
        "cit_on_scene",
        _("CIT officer on scene"),
        Unit.PERCENT,
        "cit_on_scene",
        "attended",
        _("Attended encounters where at least one officer held a valid CIT certification on arrival."),
    ),
    Definition(
        "force",
        _("Reportable force"),
        Unit.PERCENT,
        "force_reportable",
        "attended",
        _("Attended encounters with reportable force in at least one record."),
    ),
    Definition(
        "subject_injured",
        _("Persons in crisis injured"),
        Unit.PER_100,
        "subject_injured",
        "attended",
        _("Attended encounters in which the person in crisis was injured, per 100."),
    ),
    Definition(
        "officer_injured",
        _("Officers injured"),
        Unit.PER_100,
        "officer_injured",
        "attended",
        _("Attended encounters in which an officer was injured, per 100."),
    ),
    Definition(
        "detained",
        _("Emergency detention"),
        Unit.PERCENT,
        "detained",
        "encounters",
        _("Encounters with an emergency detention among their outcomes."),
    ),
    Definition(
        "diverted",
        _("Diverted from arrest"),
        Unit.PERCENT,
        "diverted",
        "arrestable",
        _(
            "Encounters where an arrest was possible and services were chosen, of those diverted or "
            "with an enforcement outcome."
        ),
    ),
    Definition(
        "referrals_sent",
        _("Referrals sent"),
        Unit.COUNT,
        "referrals_sent",
        "",
        _("Referrals made from the incidents of the period."),
    ),
    Definition(
        "referrals_ended",
        _("Referrals closed"),
        Unit.PERCENT,
        "referrals_ended",
        "referrals_sent",
        _("Referrals that were completed, failed, declined or taken back."),
    ),
    Definition(
        "loops_closed",
        _("Loop closed"),
        Unit.PERCENT,
        "loops_closed",
        "referrals_ended",
        _("Closed referrals whose sender has seen the end and whose next step is recorded."),
    ),
    Definition(
        "got_help",
        _("Got help"),
        Unit.PERCENT,
        "got_help",
        "referrals_sent",
        _("Referrals that ended with services received, in whole or in part, of all sent."),
    ),
)
LEFT_OUT = (
    (
        _("Repeat contacts"),
        _(
            "A person is not yet the same person from one incident to the next, so nobody can be "
            "counted twice with certainty."
        ),
    ),
)
