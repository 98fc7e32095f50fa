"""Several officers at one incident: who leads, who is freed, one for another, and the end of all."""

from datetime import timedelta
from typing import Any

import pytest

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Assignment, Incident
from incidents.services import assignments, ending
from incidents.services.crew import lead, release, swap
from officers.models import Officer
from tests.cast import NOON, District, log_call, officer

Crew = tuple[Assignment, Assignment]
LATER = NOON + timedelta(minutes=5)


def leading(incident: Incident) -> list[str]:
    rows = Assignment.objects.filter(incident=incident, primary=True)
    return list(rows.values_list("officer__call_sign", flat=True))


def states(incident: Incident) -> dict[str, str]:
    return dict(Assignment.objects.filter(incident=incident).values_list("officer__call_sign", "status"))


def by(district: District, **changes: Any) -> dict[str, Any]:
    return {"actor": district.dispatcher, "expected_version": None, "at": LATER, **changes}


def test_the_first_to_be_sent_leads(crew: Crew, incident: Incident) -> None:
    assert leading(incident) == ["C-12"]


def test_another_one_leads_when_the_desk_says_so_and_only_one(
    district: District, crew: Crew, incident: Incident
) -> None:
    lead(crew[1], **by(district))
    assert leading(incident) == ["S-21"]
    assert "S-21" in Event.objects.get(type="assignment.led").payload


def test_an_officer_does_not_make_themselves_the_lead(district: District, crew: Crew, incident: Incident) -> None:
    with pytest.raises(Forbidden):
        lead(crew[1], **by(district, actor=district.officer(district.other_officer)))
    assert leading(incident) == ["C-12"]


def test_the_lead_passes_to_who_was_sent_next_when_the_leading_one_leaves(
    district: District, crew: Crew, incident: Incident
) -> None:
    assignments.clear(crew[0], **by(district))
    assert leading(incident) == ["S-21"]
    assignments.clear(crew[1], **by(district))
    assert leading(incident) == []


def test_one_of_several_is_called_back_on_the_way_and_clear_when_there(
    district: District, crew: Crew, incident: Incident
) -> None:
    assignments.arrive(crew[0], **by(district))
    release(crew[0], **by(district, release_reason="relieved"))
    assert states(incident) == {"C-12": "clear", "S-21": "dispatched"}
    assert '"reason":"relieved"' in Event.objects.get(type="assignment.cleared").payload
    assignments.send(incident, officer=third(), **by(district, override_reason="nearer_in_fact"))
    release(crew[1], **by(district, release_reason="needed_elsewhere"))
    assert states(incident)["S-21"] == "cancelled"
    assert Incident.objects.get().status == "dispatched"


def test_the_last_one_is_not_freed_alone(district: District, crew: Crew, incident: Incident) -> None:
    release(crew[1], **by(district, release_reason="not_needed"))
    with pytest.raises(BrokenRule, match="C-12 is the only unit"):
        release(crew[0], **by(district, release_reason="not_needed"))
    assert states(incident)["C-12"] == "dispatched"


def test_a_stale_page_frees_nobody(district: District, crew: Crew, incident: Incident) -> None:
    with pytest.raises(Conflict):
        release(crew[1], **by(district, expected_version=9, release_reason="not_needed"))
    assert states(incident) == {"C-12": "dispatched", "S-21": "dispatched"}


def test_a_swap_sends_one_and_frees_the_other_at_the_same_instant(
    district: District, crew: Crew, incident: Incident
) -> None:
    sent = swap(crew[0], officer=third(), **by(district))
    gone = Assignment.objects.get(pk=crew[0].pk)
    assert (gone.status, gone.cancelled_at, sent.dispatched_at) == ("cancelled", LATER, LATER)
    assert leading(incident) == ["C-14"]


def test_who_does_not_lead_is_swapped_without_taking_the_lead(
    district: District, crew: Crew, incident: Incident
) -> None:
    swap(crew[1], officer=third(), **by(district))
    assert leading(incident) == ["C-12"]


def test_a_swap_asks_why_another_one_than_the_first_comes_and_changes_nothing_until_then(
    district: District, crew: Crew, incident: Incident
) -> None:
    officer(district.campus, "Agate", "C-15", cit=True)
    with pytest.raises(BrokenRule, match="C-14 is recommended"):
        swap(crew[0], officer=Officer.objects.get(call_sign="C-15"), **by(district))
    assert states(incident) == {"C-12": "dispatched", "S-21": "dispatched"}


def test_a_swap_that_would_leave_no_certified_officer_asks_why(district: District, incident: Incident) -> None:
    first = assignments.send(incident, officer=district.cit_officer, **by(district, override_reason="knows_person"))
    with pytest.raises(BrokenRule, match="needs a CIT officer"):
        swap(first, officer=district.other_officer, **by(district, override_reason="nearer_in_fact"))
    assert states(incident) == {"C-12": "dispatched"}
    swap(
        first,
        officer=district.other_officer,
        **by(district, override_reason="nearer_in_fact", cit_unavailable_reason="all_committed"),
    )
    assert states(incident) == {"C-12": "cancelled", "S-21": "dispatched"}


def test_a_swap_with_somebody_who_is_out_frees_nobody(district: District, crew: Crew, incident: Incident) -> None:
    other = log_call(district).incident
    assignments.send(other, officer=third(), **by(district))
    with pytest.raises(Conflict, match="C-14 was sent to 26-0002 by Feldspar just now"):
        swap(crew[0], officer=third(), **by(district))
    assert states(incident)["C-12"] == "dispatched"


def test_the_loser_reads_who_sent_the_officer_where_and_when_and_who_comes_next(
    district: District, incident: Incident, desks: Any
) -> None:
    other = log_call(district).incident
    assignments.send(other, officer=district.cit_officer, **by(district, override_reason="knows_person"))
    with pytest.raises(Conflict) as refusal:
        assignments.send(
            incident,
            actor=district.supervisor,
            expected_version=None,
            officer=district.cit_officer,
            at=LATER + timedelta(seconds=4),
        )
    words = "C-12 was sent to 26-0002 by Feldspar (Desk 1) 4 seconds ago. Send S-21 instead?"
    assert str(refusal.value) == words


def test_everybody_is_freed_in_one_instant_and_the_incident_is_cleared(
    district: District, crew: Crew, incident: Incident
) -> None:
    ending.clear_all(incident, **by(district))
    assert states(incident) == {"C-12": "clear", "S-21": "clear"}
    assert set(Assignment.objects.values_list("clear_at", flat=True)) == {LATER}
    assert Incident.objects.get().status == "cleared"
    assert Event.objects.filter(payload__contains='"reason":"ended_with_incident"').count() == 2


def test_closing_frees_everybody_when_no_record_is_missing(district: District, crew: Crew, incident: Incident) -> None:
    done = ending.finish(incident, close_reason="unfounded", **by(district))
    assert (done.status, done.close_reason) == ("closed", "unfounded")
    assert states(incident) == {"C-12": "clear", "S-21": "clear"}


def test_while_a_record_is_missing_nothing_is_closed_and_nobody_freed(
    district: District, crew: Crew, incident: Incident
) -> None:
    assignments.arrive(crew[0], **by(district))
    with pytest.raises(BrokenRule, match="the record of C-12 is missing"):
        ending.finish(incident, close_reason="report_taken", **by(district))
    assert states(incident) == {"C-12": "on_scene", "S-21": "dispatched"}


def test_an_officer_ends_nothing_for_the_others(district: District, crew: Crew, incident: Incident) -> None:
    me = district.officer(district.cit_officer)
    with pytest.raises(Forbidden):
        ending.clear_all(incident, **by(district, actor=me))
    with pytest.raises(Forbidden):
        ending.finish(incident, close_reason="unfounded", **by(district, actor=me))
    assert Incident.objects.get().status == "dispatched"


def third() -> Officer:
    return Officer.objects.get(call_sign="C-14")
