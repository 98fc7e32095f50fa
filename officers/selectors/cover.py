"""Who could close a gap of a rule, and where they would stand."""

from datetime import datetime, timedelta
from uuid import UUID

from core.actors import Actor
from core.permissions import fetch_for
from officers.covering import finding
from officers.covering.gaps import gaps, pieces
from officers.covering.times import DAY
from officers.models import Campus, CoverageRule, Officer
from officers.planning.spans import HOUR, Span
from officers.selectors import minimums
from officers.selectors.covering import people

# Limits look seven days to either side of a shift.
AROUND = 8 * DAY
AHEAD = 14 * DAY
SHIFT = 8 * HOUR


def cover(actor: Actor, rule: CoverageRule, span: Span) -> finding.Found:
    """Everybody of the roster beside the gap: two statements, whatever their number."""
    zone = rule.agency.zone
    crowd = people(actor.agency_id, span, zone, around=AROUND)
    return finding.find(minimums.minimum_of(rule), span, crowd, minimums.limits(actor), zone)


def next_gap(actor: Actor, rule: CoverageRule, at: datetime) -> Span:
    """The rule's first gap in two weeks, as much of it as one shift may last; without one, the next hours."""
    begin = at.replace(minute=0, second=0, microsecond=0) + HOUR
    ahead, zone = Span(begin, begin + AHEAD), rule.agency.zone
    asked = minimums.minimum_of(rule)
    found = gaps(asked, pieces(asked, people(actor.agency_id, ahead, zone), ahead, zone))
    if not found:
        return Span(begin, begin + SHIFT)
    longest = timedelta(hours=minimums.limits(actor).max_shift_hours)
    return Span(found[0].starts_at, min(found[0].ends_at, found[0].starts_at + longest))


def choice(actor: Actor, rule: CoverageRule, pk: UUID) -> tuple[Officer, Campus | None]:
    """The person, and the campus of the rule's group where they would stand; None is their home campus."""
    rows = Officer.objects.select_related("agency", "user", "home_campus")
    officer = fetch_for(rows, actor, pk, "shift.plan")
    if rule.group_id is None:
        return officer, None
    campuses = list(Campus.objects.filter(groups__group=rule.group_id))
    if officer.home_campus in campuses or not campuses:
        return officer, None
    return officer, campuses[0]
