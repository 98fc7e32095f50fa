"""Commands do what the buttons do, with the same permissions, and the last one can be taken back for a minute."""

from datetime import timedelta
from typing import Any

import pytest

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Assignment, CommandRun, Draft, Handoff, Incident, IncidentNote, NatureCode
from incidents.services import commands
from officers.models import Officer
from tests.cast import NOON, District, arrived, log_call


@pytest.fixture
def incident(district: District) -> Incident:
    """26-0001, waiting for a unit."""
    return log_call(district).incident


def run(actor: Actor, line: str, seconds: int = 0, **more: Any) -> commands.Ran:
    """A line, so many seconds after noon."""
    return commands.run(actor=actor, line=line, at=NOON + timedelta(seconds=seconds), **more)


def types(incident: Incident) -> list[str]:
    """What the ledger says of the case, in order."""
    rows = Event.objects.filter(case_id=incident.case_id).order_by("at", "id")
    return [row.type for row in rows]


def test_a_unit_is_sent_and_the_ledger_says_so(district: District, incident: Incident) -> None:
    ran = run(district.dispatcher, "d 1 c12")
    incident.refresh_from_db()
    assert (incident.status, ran.goto, ran.undo) == ("dispatched", ("incident", str(incident.pk)), True)
    assert "incident.dispatched" in types(incident)


def test_a_second_choice_needs_its_reason_also_here(district: District, incident: Incident) -> None:
    with pytest.raises(BrokenRule):
        run(district.dispatcher, "d 1 s21")
    incident.refresh_from_db()
    assert (incident.status, CommandRun.objects.count()) == ("received", 0)
    run(district.dispatcher, "d 1 s21 nocit")
    sent = Assignment.objects.get(incident=incident)
    assert incident.__class__.objects.get(pk=incident.pk).cit_unavailable_reason == "none_on_duty"
    assert sent.officer == district.other_officer


def test_an_officer_may_not_use_the_line(district: District, incident: Incident) -> None:
    with pytest.raises(Forbidden):
        run(district.officer(district.cit_officer), "d 1 c12")


def test_another_agency_is_not_in_the_words_of_the_line(
    district: District, incident: Incident, neighbor: District
) -> None:
    with pytest.raises(BrokenRule, match="Nothing is called"):
        run(neighbor.dispatcher, "g 1")


def test_an_ambiguous_line_never_runs(district: District, incident: Incident) -> None:
    Officer.objects.filter(pk=district.other_officer.pk).update(call_sign="S-22")
    district.other_officer.user.name = "Other Yucca"
    district.other_officer.user.save()
    with pytest.raises(BrokenRule, match="several things"):
        run(district.dispatcher, "d 1 yucca")
    assert not Assignment.objects.exists()
    meaning = f"d incident={incident.pk} unit={district.cit_officer.pk}"
    run(district.dispatcher, "d 1 yucca", meaning=meaning)
    assert Assignment.objects.get().officer == district.cit_officer


def test_what_was_previewed_runs_or_nothing_does(district: District, incident: Incident) -> None:
    other = log_call(district, at=NOON + timedelta(seconds=1)).incident
    with pytest.raises(Conflict, match="Read it again"):
        run(district.dispatcher, "d 1 c12", meaning=f"d incident={other.pk} unit={district.cit_officer.pk}")
    assert not Assignment.objects.exists()


def test_the_statuses_of_a_part_follow_the_line_and_are_taken_back(district: District, incident: Incident) -> None:
    run(district.dispatcher, "d 1 c12")
    for line, status, seconds in (("s c12 er", "en_route", 1), ("s c12 os", "on_scene", 2), ("s c12 av", "clear", 3)):
        run(district.dispatcher, line, seconds)
        assert Assignment.objects.get().status == status
    incident.refresh_from_db()
    assert incident.status == "cleared"
    for status, seconds in (("on_scene", 4), ("en_route", 5), ("dispatched", 6)):
        run(district.dispatcher, "z", seconds)
        assert Assignment.objects.get().status == status
    part, incident = Assignment.objects.get(), Incident.objects.get(pk=incident.pk)
    assert (part.clear_at, part.on_scene_at, part.en_route_at) == (None, None, None)
    assert (incident.status, incident.first_on_scene_at, incident.first_cit_on_scene_at) == ("dispatched", None, None)


def test_a_status_that_skipped_one_goes_back_to_where_it_was(district: District, incident: Incident) -> None:
    for line in ("s c12 os", "s c12 av"):
        Assignment.objects.all().update(status="cancelled")
        run(district.dispatcher, f"{'d' if line.endswith('os') else 'u'} 1 c12 knows", 1)
        run(district.dispatcher, line, 2)
        run(district.dispatcher, "z", 3)
        assert Assignment.objects.exclude(status="cancelled").get().status == "dispatched"


def test_taking_back_the_only_sending_lets_the_incident_wait_again(district: District, incident: Incident) -> None:
    run(district.dispatcher, "d 1 c12")
    run(district.dispatcher, "z", 59)
    incident.refresh_from_db()
    assert (incident.status, incident.dispatched_at) == ("triaged", None)
    assert types(incident)[-2:] == ["assignment.cancelled", "incident.recalled"]
    assert Assignment.objects.get().status == "cancelled"


def test_taking_back_one_of_two_leaves_the_other(district: District, incident: Incident) -> None:
    run(district.dispatcher, "d 1 c12")
    run(district.dispatcher, "u 1 s21 knows", 1)
    run(district.dispatcher, "z", 2)
    incident.refresh_from_db()
    assert incident.status == "dispatched"
    assert list(Assignment.objects.order_by("dispatched_at").values_list("status", flat=True)) == [
        "dispatched",
        "cancelled",
    ]


def test_the_arrival_of_another_stays_when_one_is_taken_back(district: District, incident: Incident) -> None:
    arrived(district, incident)
    run(district.dispatcher, "u 1 s21 knows", 1)
    run(district.dispatcher, "s s21 os", 2)
    run(district.dispatcher, "z", 3)
    incident.refresh_from_db()
    assert (incident.first_on_scene_at, incident.first_cit_on_scene_at) == (NOON, NOON)


def test_after_a_minute_nothing_is_taken_back(district: District, incident: Incident) -> None:
    run(district.dispatcher, "d 1 c12")
    with pytest.raises(BrokenRule, match="nothing to take back"):
        run(district.dispatcher, "z", 61)
    assert Assignment.objects.get().status == "dispatched"


def test_a_command_is_taken_back_once_and_by_nobody_else(district: District, incident: Incident) -> None:
    run(district.dispatcher, "d 1 c12")
    with pytest.raises(BrokenRule):
        run(district.supervisor, "z", 1)
    run(district.dispatcher, "z", 2)
    with pytest.raises(BrokenRule):
        run(district.dispatcher, "z", 3)


def test_what_moved_on_is_not_taken_back(district: District, incident: Incident) -> None:
    run(district.dispatcher, "d 1 c12")
    run(district.dispatcher, "g 1", 1)
    run(district.supervisor, "s c12 os", 2)
    with pytest.raises(Conflict):
        run(district.dispatcher, "z", 3)
    assert Assignment.objects.get().status == "on_scene"


def test_the_duty_of_a_free_officer_is_set_and_taken_back(district: District) -> None:
    run(district.dispatcher, "s s21 bz")
    assert Officer.objects.get(call_sign="S-21").duty == "busy"
    run(district.dispatcher, "z", 1)
    assert Officer.objects.get(call_sign="S-21").duty == "available"


def test_an_incident_without_a_report_is_not_closed_from_the_line_either(
    district: District, incident: Incident
) -> None:
    arrived(district, incident)
    run(district.dispatcher, "s c12 av", 1)
    with pytest.raises(BrokenRule, match="record of C-12"):
        run(district.dispatcher, "x 1 report", 2)


def test_going_somewhere_changes_nothing_and_leaves_nothing_to_take_back(
    district: District, incident: Incident
) -> None:
    before = Event.objects.count()
    assert run(district.dispatcher, "g c12").goto == ("unit", "C-12")
    assert run(district.dispatcher, "g 1").goto == ("incident", str(incident.pk))
    assert Event.objects.count() == before
    with pytest.raises(BrokenRule):
        run(district.dispatcher, "z", 1)


def test_a_note_keeps_its_words_and_is_corrected_not_removed(district: District, incident: Incident) -> None:
    run(district.dispatcher, "nt 1 calming,  aide present")
    assert IncidentNote.objects.get().text == "calming,  aide present"
    run(district.dispatcher, "z", 1)
    first, second = IncidentNote.objects.order_by("at")
    assert (first.text, second.corrects_id) == ("calming,  aide present", first.pk)
    assert not CommandRun.objects.filter(undo__icontains="calming").exists()


def test_the_crisis_team_is_called_and_called_off(district: District, incident: Incident) -> None:
    run(district.dispatcher, "m 1")
    assert Handoff.objects.get().destination == "mobile_crisis"
    run(district.dispatcher, "z", 1)
    assert (Handoff.objects.get().status, Handoff.objects.get().outcome) == ("failed", "taken_back")


def test_a_new_call_is_begun_with_its_place_and_nature(district: District) -> None:
    NatureCode.objects.create(agency=district.campus.agency, nature="suicidal_ideation", code="SU")
    ran = run(district.dispatcher, "n ahs b204 su")
    draft = Draft.objects.get()
    assert ran.goto == ("draft", str(draft.pk))
    assert (draft.typed["nature_text"], "B-204" in draft.typed["place_text"]) == ("Suicidal thoughts", True)
    run(district.dispatcher, "z", 1)
    draft.refresh_from_db()
    assert (draft.ended_as, draft.typed) == ("discarded", {})


def test_an_agency_without_codes_of_its_own_has_those_that_every_agency_starts_with(district: District) -> None:
    run(district.dispatcher, "n ahs b204 su")
    assert Draft.objects.get().typed["nature_text"] == "Suicidal thoughts"


def test_the_only_unit_leads_again_when_its_clearing_is_taken_back(district: District, incident: Incident) -> None:
    arrived(district, incident)
    run(district.dispatcher, "s c12 av", 1)
    run(district.dispatcher, "z", 2)
    assert Assignment.objects.get().primary


def test_who_took_the_lead_keeps_it_when_a_clearing_is_taken_back(district: District, incident: Incident) -> None:
    arrived(district, incident)
    run(district.dispatcher, "u 1 s21 knows", 1)
    run(district.dispatcher, "s c12 av", 2)
    run(district.dispatcher, "z", 3)
    assert [part.officer.call_sign for part in Assignment.objects.filter(primary=True)] == ["S-21"]
