"""Real threads on real connections: one desk wins, the others are told who did, and nobody's call is half logged."""

from uuid import uuid4

import pytest

from core import clock
from incidents.models import Assignment, Call, Draft, Incident
from incidents.services import intake_drafts, intake_scheduled
from tests.cast import build
from tests.incidents.intake.taking import log, take
from tests.incidents.test_races import THREADS, race

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_eight_desks_that_send_one_officer_one_wins_and_the_others_log_nothing() -> None:
    district = build("sotol")
    results = race(lambda number: log(district, officers=[district.cit_officer], said=f"Call {number}"))
    assert results == ["Call"] + ["Conflict"] * (THREADS - 1)
    assert (Call.objects.count(), Incident.objects.count(), Assignment.objects.count()) == (1, 1, 1)


def test_one_call_sent_eight_times_at_once_is_one_call() -> None:
    district, key = build("sotol"), uuid4()
    take(district.dispatcher, key)
    results = race(lambda _: log(district, client_key=key, officers=[district.cit_officer]))
    assert results == ["Call"] * THREADS
    assert (Call.objects.count(), Assignment.objects.count(), Draft.objects.get().ended_as) == (1, 1, "logged")


def test_one_draft_begun_eight_times_at_once_is_one_draft() -> None:
    district, key = build("sotol"), uuid4()
    assert race(lambda _: take(district.dispatcher, key)) == ["Draft"] * THREADS
    assert Draft.objects.count() == 1


def test_of_eight_savings_in_any_order_the_last_step_counts() -> None:
    district = build("sotol")
    draft, me = take(district.dispatcher), district.dispatcher
    race(lambda number: intake_drafts.save(Draft.objects.get(), actor=me, step=number + 1, typed={"said": str(number)}))
    draft.refresh_from_db()
    assert (draft.step, draft.typed) == (THREADS, {"said": str(THREADS - 1)})


def test_what_is_due_begins_once_however_many_workers_there_are() -> None:
    district, now = build("sotol"), clock.now()
    log(district, origin="scheduled", scheduled_for=now.replace(year=now.year + 1), at=now)
    later = now.replace(year=now.year + 2)
    race(lambda _: intake_scheduled.begin_due(later))
    assert (Incident.objects.get().status, Incident.objects.get().version) == ("received", 2)
