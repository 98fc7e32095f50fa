"""Ends are told 60, 30 and 7 days before, once each; on the day the plan is over."""

from datetime import datetime, timedelta

import pytest

from core import clock
from core.models import Event
from incidents.models import PlanReminder, ResponsePlan
from incidents.selectors import plans_kept
from incidents.services import plan_reviews
from tests.cast import District
from tests.incidents.care.plans import WORDS, concern, in_force, stored, today
from tests.incidents.desk import signed_in


def sweep(district: District, days: int = 0) -> int:
    at = clock.now() + timedelta(days=days)
    return plan_reviews.sweep(district.campus.agency, today(at), at=at)


@pytest.mark.parametrize(("left", "said"), [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (1, 7), (0, 0)])
def test_the_nearest_threshold_counts(left: int, said: int | None) -> None:
    assert plan_reviews.threshold(today() + timedelta(days=left), today()) == said


def test_each_reminder_is_given_once(district: District) -> None:
    stored(district, expires_on=today() + timedelta(days=90))
    assert [sweep(district, day) for day in (0, 29, 30, 31, 60, 83, 83, 90, 91)] == [0, 0, 1, 0, 1, 1, 0, 1, 0]
    said = list(PlanReminder.objects.order_by("at").values_list("threshold_days", flat=True))
    assert said == [60, 30, 7, 0]
    assert Event.objects.filter(type="response_plan.due").count() == 4
    assert ResponsePlan.objects.get().status == "expired"


def test_a_safety_concern_has_its_own_reminders(district: District) -> None:
    soon = concern(today() + timedelta(days=20), "weapon")
    stored(district, expires_on=today() + timedelta(days=300), content={**stored_words(), "safety": [soon]})
    assert sweep(district) == 1
    row = PlanReminder.objects.get()
    assert (row.matter, row.threshold_days) == ("weapon", 30)
    shown = signed_in(district.supervisor).get("/response-plans/?show=ending").content.decode()
    assert "A safety concern" in shown


def stored_words() -> dict[str, object]:
    from_here: dict[str, object] = dict(WORDS)
    return from_here


def test_nobody_is_told_at_night_but_what_ends_ends_at_midnight(district: District) -> None:
    stored(district, expires_on=today() + timedelta(days=30))
    zone = district.campus.agency.zone
    night = datetime.combine(today() + timedelta(days=1), datetime.min.time(), tzinfo=zone) + timedelta(hours=3)
    assert plan_reviews.sweep_all(night) == 0
    assert plan_reviews.sweep_all(night + timedelta(hours=5)) == 1
    assert plan_reviews.sweep_all(night + timedelta(days=40)) == 0
    assert ResponsePlan.objects.get().status == "expired"


def test_the_list_shows_each_view_and_the_author_sees_own_reminders(district: District) -> None:
    plan = in_force(district, until=today() + timedelta(days=20))
    old = stored(district, "S-2", status="expired", expires_on=today() - timedelta(days=1))
    wait = stored(district, "S-3", status="submitted", written_by_id=district.cit_officer.user_id)
    sweep(district)
    boss, me = district.supervisor, district.officer(district.cit_officer)
    shown = {show: plans_kept.listed(boss, show, today()) for show in ("mine", "waiting", "ending", "expired")}
    assert shown == {"mine": [plan], "waiting": [wait], "ending": [plan], "expired": [old]}
    assert [row.plan for row in plans_kept.reminders(boss, today())] == [plan]
    assert plans_kept.reminders(me, today()) == []
    assert signed_in(boss).get("/response-plans/?show=lost").status_code == 400
