"""Two desks at once: whoever comes second is told, and no incident is left without a unit or with two leads."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from core.errors import BrokenRule, Conflict
from core.models import Event
from incidents.invariants import dispatched_without_unit, double_booked
from incidents.models import Assignment, Incident, Lookout
from incidents.services import assignments, bolos, crew
from officers.models import Agency
from tests.cast import NOON, District, build, log_call, officer

pytestmark = pytest.mark.django_db(transaction=True)


def race(*acts: Callable[[], object]) -> list[str]:
    """All at once, each on a connection of its own: what became of each, a refusal in its words."""
    ready = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            ready.wait()
            return type(act()).__name__
        except (Conflict, BrokenRule) as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def scene() -> tuple[District, Incident, Assignment, Assignment]:
    """C-12 leads and S-21 is with them; C-14 is free."""
    district = build("sotol")
    incident = log_call(district).incident
    officer(district.campus, "Mica", "C-14", cit=True)
    parts = [
        assignments.send(
            incident,
            actor=district.dispatcher,
            expected_version=None,
            officer=one,
            override_reason="knows_person",
            at=NOON,
        )
        for one in (district.cit_officer, district.other_officer)
    ]
    return district, incident, parts[0], parts[1]


def leads() -> int:
    return Assignment.objects.filter(primary=True, status__in=("dispatched", "en_route", "on_scene")).count()


def test_of_two_desks_that_send_one_officer_the_second_reads_who_was_first() -> None:
    district = build("sotol")
    calls = [log_call(district).incident for _ in range(2)]
    results = race(
        *(
            lambda call=call, actor=actor: assignments.send(
                call, actor=actor, expected_version=None, officer=district.cit_officer, at=NOON
            )
            for call, actor in zip(calls, (district.dispatcher, district.supervisor), strict=True)
        )
    )
    lost = next(result for result in results if result != "Assignment")
    won = Assignment.objects.select_related("incident", "sent_by").get()
    assert lost.startswith(f"C-12 was sent to {won.incident.number} by {won.sent_by.name} just now.")
    assert list(double_booked()) == []


def test_a_swap_and_a_clear_of_the_same_unit_leave_the_incident_attended_or_clear() -> None:
    district, incident, first, second = scene()
    other = officer(district.campus, "Agate", "C-15", cit=True)
    me = district.officer(district.cit_officer)
    crew.release(second, actor=district.dispatcher, expected_version=None, release_reason="relieved", at=NOON)
    race(
        lambda: crew.swap(
            first,
            actor=district.dispatcher,
            expected_version=None,
            officer=other,
            override_reason="nearer_in_fact",
            at=NOON,
        ),
        lambda: assignments.clear(first, actor=me, expected_version=None, at=NOON),
    )
    assert list(dispatched_without_unit()) == []
    active = Assignment.objects.filter(status="dispatched")
    assert active.count() == (1 if Incident.objects.get(pk=incident.pk).status == "dispatched" else 0)
    assert leads() == active.count()


def test_making_one_lead_while_the_leading_one_is_freed_leaves_exactly_one_lead() -> None:
    district, _incident, first, second = scene()
    results = race(
        lambda: crew.lead(second, actor=district.dispatcher, expected_version=None, at=NOON),
        lambda: crew.release(
            first, actor=district.supervisor, expected_version=None, release_reason="relieved", at=NOON
        ),
    )
    assert results == ["Assignment", "Assignment"]
    assert leads() == 1
    assert Assignment.objects.get(primary=True).pk == second.pk


def test_two_desks_that_free_two_units_leave_one_of_them() -> None:
    district, _incident, first, second = scene()
    results = race(
        *(
            lambda part=part: crew.release(
                part, actor=district.dispatcher, expected_version=None, release_reason="not_needed", at=NOON
            )
            for part in (first, second)
        )
    )
    assert sorted(results)[0] == "Assignment"
    assert "is the only unit" in sorted(results)[1] + sorted(results)[0]
    assert leads() == 1


def test_two_sweeps_end_a_lookout_once() -> None:
    district = build("sotol")
    agency = Agency.objects.get()
    for _ in range(4):
        bolos.issue(agency, actor=district.dispatcher, kind="bolo", text="A van", expires_in=60, at=NOON)
    late = NOON.replace(hour=23)
    race(lambda: bolos.expire(late), lambda: bolos.expire(late))
    bolos.expire(late)
    assert set(Lookout.objects.values_list("status", flat=True)) == {"expired"}
    assert Event.objects.filter(type="lookout.expired").count() == 4
