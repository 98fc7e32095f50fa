"""The standard script: what answers mean together, and the test that a P4 has to pass."""

from django.utils.translation import gettext_lazy as _

from incidents.scripting.parts import P2, UNKNOWN, Condition, Rule
from incidents.scripting.standard.conditions import beyond_no, given, has

AT_RISK: Condition = {"any": [beyond_no("q05"), beyond_no("q06"), has("q12", "autism_idd")]}

RULES: tuple[Rule, ...] = (
    Rule(
        "q05a",
        "unknown_with_talk",
        {"all": [given("q05", "talks_about"), given("q05a", UNKNOWN)]},
        _("Unknown, and the person talks about it"),
        P2,
    ),
    Rule(
        "q07",
        "left_area_at_risk",
        {"all": [given("q07", "left_area"), AT_RISK]},
        _("Left the area, with a risk known"),
        P2,
    ),
    Rule(
        "q09",
        "voices_and_agitated",
        {"all": [has("q09", "answers_unseen_voices"), {"any": [has("q09", "pacing"), has("q09", "yelling")]}]},
        _("Unseen voices, and agitated"),
        P2,
    ),
    Rule(
        "q15",
        "attempt_and_risk",
        {"all": [has("q15", "past_attempt"), beyond_no("q05")]},
        _("An earlier attempt, and a risk now"),
        P2,
    ),
)

# P4 is earned: nothing dangerous known, an adult beside the person, and not getting worse.
SUPPORT: Condition = {
    "all": [
        given("q03", "no", UNKNOWN),
        given("q04", "no", UNKNOWN),
        given("q05", "no", UNKNOWN),
        given("q06", "no"),
        given("q07", "with_adult"),
        {"item": "q09a", "op": "ne", "value": "worse"},
        {"item": "q10", "op": "ne", "value": "overdose_signs"},
    ]
}
