"""The training rules a Texas school district starts with; an agency changes its own copy by new versions.

Numbers of courses and periods change and several were not confirmed with the commission, so they are data with a
source note. What is agency policy says so. Periods follow from the earlier ones of the state and are rows to be added.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from officers import catalogue
from officers.models import Agency, TrainingPeriod, TrainingRule
from officers.roles import License
from officers.vocabulary import Anchor, PeriodKind, RuleKind

UNIT_FROM = date(2025, 9, 1)
PERIODS = (
    (PeriodKind.UNIT, UNIT_FROM, date(2027, 8, 31)),
    (PeriodKind.CYCLE, UNIT_FROM, date(2029, 8, 31)),
)
PEACE, TELECOM = [License.PEACE_OFFICER.value], [License.TELECOMMUNICATOR.value]
CYCLE = "37 TAC 218.3, each training cycle"

RULES: tuple[dict[str, Any], ...] = (
    {
        "slug": "cit-license",
        "title": "Crisis intervention within two years of the license",
        "kind": RuleKind.WITHIN_DAYS,
        "number": 730,
        "anchor": Anchor.LICENSE,
        "licenses": PEACE,
        "courses": ["1850"],
        "anchored_from": date(2018, 4, 1),
        "effective_from": date(2018, 4, 1),
        "source": "Occupations Code 1701.253(j); licensed from 2018-04-01 and not taken in the academy",
    },
    {
        "slug": "crisis-cycle",
        "title": "Crisis intervention in each cycle",
        "kind": RuleKind.PER_CYCLE,
        "licenses": PEACE,
        "courses": ["3843", "1850"],
        "effective_from": UNIT_FROM,
        "source": CYCLE,
    },
    {
        "slug": "calming-cycle",
        "title": "De-escalation in each cycle",
        "kind": RuleKind.PER_CYCLE,
        "licenses": PEACE,
        "courses": ["1849"],
        "effective_from": UNIT_FROM,
        "source": f"{CYCLE}; waive for intermediate proficiency",
    },
    {
        "slug": "diversity-cycle",
        "title": "Cultural diversity in each cycle",
        "kind": RuleKind.PER_CYCLE,
        "licenses": PEACE,
        "courses": ["3939"],
        "effective_from": UNIT_FROM,
        "source": f"{CYCLE}; waive for intermediate proficiency",
    },
    {
        "slug": "topics-cycle",
        "title": "Special investigative topics in each cycle",
        "kind": RuleKind.PER_CYCLE,
        "licenses": PEACE,
        "courses": ["3232"],
        "effective_from": UNIT_FROM,
        "source": f"{CYCLE}; waive for intermediate proficiency",
    },
    {
        "slug": "school-based",
        "title": "School-based law enforcement within 180 days of the placement",
        "kind": RuleKind.WITHIN_DAYS,
        "number": 180,
        "anchor": Anchor.PLACEMENT,
        "licenses": PEACE,
        "courses": ["4064"],
        "min_hours": Decimal(16),
        "effective_from": date(2020, 1, 1),
        "source": "Occupations Code 1701.263; course number to be confirmed",
    },
    {
        "slug": "telecom-crisis",
        "title": "Crisis communications within a year of the hire",
        "kind": RuleKind.WITHIN_DAYS,
        "number": 365,
        "anchor": Anchor.HIRE,
        "licenses": TELECOM,
        "courses": ["2120"],
        "min_hours": Decimal(24),
        "anchored_from": date(2011, 9, 1),
        "effective_from": date(2011, 9, 1),
        "source": "Telecommunicators hired from 2011-09-01; course number to be confirmed",
    },
    {
        "slug": "telecom-basic",
        "title": "Basic telecommunicator by the day of hire",
        "kind": RuleKind.ONCE,
        "anchor": Anchor.HIRE,
        "licenses": TELECOM,
        "courses": ["1080"],
        "effective_from": date(2014, 1, 1),
        "source": "Occupations Code 1701.405",
    },
    {
        "slug": "active-attack",
        "title": "Active attack response in each unit",
        "kind": RuleKind.PER_UNIT,
        "licenses": PEACE,
        "courses": ["ALERRT"],
        "min_hours": Decimal(16),
        "effective_from": UNIT_FROM,
        "source": "37 TAC 218.3, each training unit",
    },
    {
        "slug": "unit-hours",
        "title": "40 hours in each unit",
        "kind": RuleKind.PER_UNIT,
        "licenses": PEACE,
        "min_hours": Decimal(40),
        "effective_from": UNIT_FROM,
        "source": "37 TAC 218.3, including the legislative update",
    },
    {
        "slug": "telecom-hours",
        "title": "20 hours in each unit",
        "kind": RuleKind.PER_UNIT,
        "licenses": TELECOM,
        "min_hours": Decimal(20),
        "effective_from": UNIT_FROM,
        "source": "37 TAC 218.3, telecommunicators, including CPR",
    },
    {
        "slug": "cit-everybody",
        "title": "Everybody on the roster is trained in crisis intervention",
        "kind": RuleKind.ONCE,
        "courses": ["1850"],
        "effective_from": UNIT_FROM,
        "source": "Agency policy, after a model district",
    },
    {
        "slug": "cpr",
        "title": "CPR and first aid every two years",
        "kind": RuleKind.EVERY_MONTHS,
        "number": 24,
        "courses": ["CPR"],
        "effective_from": UNIT_FROM,
        "source": "Agency policy",
    },
)


def install(agency: Agency) -> None:
    """Give an agency the periods and rules, over the standard catalogue; a rule it has already is left as it is."""
    catalogue.install(agency)
    periods = [TrainingPeriod(agency=agency, kind=kind, starts_on=start, ends_on=end) for kind, start, end in PERIODS]
    TrainingPeriod.objects.bulk_create(periods, ignore_conflicts=True)
    has = set(TrainingRule.objects.filter(agency=agency).values_list("slug", flat=True))
    TrainingRule.objects.bulk_create([TrainingRule(agency=agency, **rule) for rule in RULES if rule["slug"] not in has])
