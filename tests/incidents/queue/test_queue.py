"""The queue's panel: what stands where, what each desk chose, and what a row says."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from core import clock
from incidents.models import Desk, DeskTurn, Handoff, Handover, Incident, Lookout, TimerRule
from incidents.services import assignments
from incidents.views import rows
from tests.cast import NOON, District, arrived, log_call
from tests.incidents.desk import signed_in


def panel(client: Client, query: str = "") -> str:
    cache.clear()
    answer = client.get(f"/board/queue/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def numbers(page: str) -> list[str]:
    return re.findall(r'class="id">([^<]+)<', page)


def sit(district: District, name: str = "Desk 1") -> Desk:
    desk = Desk.objects.create(agency=district.campus.agency, name=name)
    DeskTurn.objects.create(agency=desk.agency, desk=desk, user_id=district.dispatcher.person, began_at=NOON)
    return desk


def line(at_seconds: int, **changes: Any) -> rows.Line:
    row: dict[str, Any] = {
        "id": "1",
        "number": "26-0001",
        "priority": "p2",
        "status": "received",
        "nature": "welfare_check",
        "version": 1,
        "received_at": NOON,
        "first_on_scene_at": None,
        "campus_name": "Agave High School",
        "kind_of_campus": "high",
        "room_name": None,
        "building_name": None,
        "place_text": "",
        "offered_to": None,
        "offered_desk": None,
    }
    (found,) = rows.lines([row | changes], [], NOON + timedelta(seconds=at_seconds))
    return found


def test_who_waits_stands_first_then_by_priority_and_the_oldest_first(district: District) -> None:
    arrived(district, log_call(district).incident)
    for minutes, priority in ((9, "p3"), (1, "p1"), (5, "p3")):
        made = log_call(district, at=NOON - timedelta(minutes=minutes)).incident
        Incident.objects.filter(pk=made.pk).update(priority=priority)
    assert numbers(panel(signed_in(district.dispatcher))) == ["26-0003", "26-0002", "26-0004", "26-0001"]


@pytest.mark.parametrize(
    ("seconds", "late"), [(0, "ok"), (149, "ok"), (150, "warn"), (299, "warn"), (300, "over"), (9000, "over")]
)
def test_a_timer_is_due_at_half_of_its_limit_and_late_at_the_whole(seconds: int, late: str) -> None:
    assert line(seconds)["late"] == late
    assert line(seconds)["limit"] == "300"


@pytest.mark.parametrize(("priority", "limit"), [("p1", "60"), ("p2", "300"), ("p3", "900"), ("p4", "1800")])
def test_each_priority_has_its_limit(priority: str, limit: str) -> None:
    assert line(10, priority=priority)["limit"] == limit


def test_the_agency_says_when_a_call_has_waited_too_long(district: District) -> None:
    log_call(district, nature="welfare_check")
    agency = district.campus.agency
    TimerRule.objects.create(agency=agency, kind="waiting", nature="welfare_check", minutes=7)
    assert 'data-limit="420"' in panel(signed_in(district.dispatcher))
    TimerRule.objects.update(active=False)
    assert "data-limit" not in panel(signed_in(district.dispatcher))


def test_an_empty_queue_says_when_the_last_incident_was_closed(district: District) -> None:
    assert "Last closed" not in panel(signed_in(district.dispatcher))
    made = log_call(district).incident
    Incident.objects.filter(pk=made.pk).update(status="closed", closed_at=NOON)
    assert "Last closed 11:00." in panel(signed_in(district.dispatcher))


def test_the_age_stands_still_when_a_unit_is_on_scene_and_is_late_no_more() -> None:
    found = line(5000, status="dispatched", first_on_scene_at=NOON + timedelta(seconds=247))
    assert (found["age"], found["late"], found["held"], found["limit"]) == ("4:07", "ok", True, "")


def test_a_late_timer_says_so_in_words_and_not_by_colour_alone(district: District) -> None:
    log_call(district, at=clock.now() - timedelta(hours=2))
    page = panel(signed_in(district.dispatcher))
    assert 'class="timer over"' in page
    assert 'data-over="over"' in page
    assert 'data-soon="soon"' in page


def test_an_other_place_is_what_was_typed_and_a_room_stands_before_words() -> None:
    words = {"kind_of_campus": "other", "place_text": "Bus stop, Elm Street"}
    assert line(1, **words)["place"] == "Bus stop, Elm Street"
    assert line(1, place_text="behind the gym")["place"] == "Agave High School, behind the gym"
    assert line(1, room_name="B-204", place_text="x")["place"] == "Agave High School, B-204"


def test_the_mark_of_a_row_changes_with_what_it_says_and_not_with_the_time() -> None:
    assert line(1)["mark"] == line(500)["mark"]
    assert len({line(1)["mark"], line(1, version=2)["mark"], line(1, offered_to="Desk 2")["mark"]}) == 3


def test_the_tabs_show_crisis_calls_and_waiting_ones(district: District) -> None:
    arrived(district, log_call(district).incident)
    calm = log_call(district, nature="medical").incident
    Incident.objects.filter(pk=calm.pk).update(cit_required=False)
    client = signed_in(district.dispatcher)
    assert numbers(panel(client)) == ["26-0002", "26-0001"]
    assert numbers(panel(client, "?tab=crisis")) == ["26-0001"]
    assert numbers(panel(client, "?tab=waiting")) == ["26-0002"]
    assert "Crisis 1" in panel(client)


def test_my_desks_tab_is_there_for_whoever_sits_at_one_and_holds_what_is_offered_to_it(district: District) -> None:
    first, other = log_call(district).incident, log_call(district).incident
    client = signed_in(district.dispatcher)
    assert 'id="q-mine"' not in panel(client)
    desk = sit(district)
    Incident.objects.filter(pk=first.pk).update(desk=desk)
    assert numbers(panel(client, "?tab=mine")) == ["26-0001"]
    Handover.objects.create(
        agency=desk.agency, incident=other, to_desk=desk, note="x", by_id=district.supervisor.person, at=NOON
    )
    page = panel(client, "?tab=mine")
    assert sorted(numbers(page)) == ["26-0001", "26-0002"]
    assert "Offered to Desk 1" in page
    assert f"/incidents/{other.pk}/transfer/" in page
    assert f"/incidents/{other.pk}/transfer/" not in panel(signed_in(district.supervisor))


def test_the_selected_incident_is_marked_and_kept_by_every_address_of_the_panel(district: District) -> None:
    one, other = log_call(district).incident, log_call(district).incident
    page = panel(signed_in(district.dispatcher), f"?tab=waiting&incident={one.pk}&show=cit")
    assert f'id="i-{one.pk}" aria-selected="true"' in page
    assert f'id="i-{one.pk}-a" aria-current="true"' in page
    assert f'id="i-{other.pk}" aria' not in page
    assert f"?tab=crisis&amp;incident={one.pk}&amp;show=cit" in page
    assert f'hx-get="/board/queue/?tab=waiting&amp;incident={one.pk}&amp;show=cit"' in page
    assert "kept=" not in page


@pytest.mark.parametrize("query", ["?tab=closed", "?incident=1", "?show=none", "?zone=x", "?desk=1"])
def test_what_the_address_does_not_know_is_refused(district: District, query: str) -> None:
    for path in ("/board/", "/board/queue/", "/board/units/"):
        assert signed_in(district.dispatcher).get(path + query).status_code == 400


def test_hand_offs_and_lookouts_that_are_open_are_seen(district: District) -> None:
    incident, me = log_call(district).incident, district.dispatcher.person
    common: dict[str, Any] = {"agency_id": incident.agency_id, "incident": incident}
    Handoff.objects.create(
        case_id=incident.case_id, destination="lifeline_988", started_by_id=me, started_at=NOON, **common
    )
    Lookout.objects.create(
        number="26-0001", kind="bolo", text="x", issued_by_id=me, issued_at=NOON, expires_at=clock.now(), **common
    )
    page = panel(signed_in(district.dispatcher))
    assert "988 Lifeline: Calling" in page
    assert "1 lookout" in page
    Handoff.objects.update(status="confirmed")
    Lookout.objects.update(status="located")
    page = panel(signed_in(district.dispatcher))
    assert "988 Lifeline" not in page
    assert "1 lookout" not in page


def test_scheduled_incidents_stand_below_and_wait_for_nobody(district: District) -> None:
    made = log_call(district).incident
    Incident.objects.filter(pk=made.pk).update(status="scheduled", scheduled_for=NOON)
    page = panel(signed_in(district.dispatcher))
    assert "Scheduled" in page
    assert numbers(page) == []
    assert "No active incidents" in page
    assert "Waiting 0" in page


def test_five_hundred_are_listed_and_the_others_are_counted(district: District) -> None:
    first = log_call(district).incident
    copies = [
        Incident(
            agency_id=first.agency_id,
            case_id=first.case_id,
            number=f"X-{number}",
            campus=first.campus,
            nature=first.nature,
            priority=first.priority,
            received_at=NOON,
        )
        for number in range(504)
    ]
    Incident.objects.bulk_create(copies)
    page = panel(signed_in(district.dispatcher))
    assert len(numbers(page)) == 500
    assert "5 more incidents are not listed here." in page
    assert "All 505" in page


def test_who_leads_is_named_first_where_there_is_more_than_one(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    assert 'class="lead"' not in panel(signed_in(district.dispatcher))
    assignments.send(
        incident,
        actor=district.dispatcher,
        expected_version=None,
        officer=district.other_officer,
        override_reason="nearer_in_fact",
    )
    page = panel(signed_in(district.dispatcher))
    assert re.search(r'class="lead" title="leads">C-12<span class="vh"> \(leads\)</span></b>, S-21', page)


def test_a_desk_of_another_agency_shows_none_of_it(district: District, neighbor: District) -> None:
    incident = log_call(district).incident
    page = panel(signed_in(neighbor.dispatcher), f"?incident={incident.pk}")
    assert numbers(page) == []
    assert "aria-selected" not in page
