"""A version is written, tried, approved by another, put in use, and its words stay with what was asked."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.invariants import changed_scripts
from incidents.models import Script
from incidents.scripting import STANDARD
from incidents.scripting.content import digest
from incidents.selectors import incidents as cases
from incidents.selectors import script_trials
from incidents.selectors import scripts as selector
from incidents.services import assessments, scripts
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import CALM, NOON, District, log_call, person
from tests.incidents.scripts.conftest import begun, question

InUse = Callable[[dict[str, Any]], Script]


def other(district: District) -> Any:
    return actor_of(person(district.campus.agency, "Quartz", Role.SUPERVISOR))


def test_without_a_version_in_use_the_standard_is_asked(district: District) -> None:
    assert selector.active(district.campus.agency_id) is STANDARD


def test_a_draft_begins_with_the_words_of_the_standard_and_has_number_two(district: District) -> None:
    draft = begun(district)
    assert (draft.number, draft.status, draft.sha256) == (2, "draft", "")
    assert question(draft.content, "q04")["text"]["en"] == str(STANDARD.by_key["q04"].text)


def test_the_next_draft_can_begin_with_an_earlier_version(district: District, content: dict[str, Any]) -> None:
    question(content, "q04")["text"]["en"] = "Any weapon?"
    begun(district, content)
    third = scripts.write(district.campus.agency, actor=district.supervisor, title="Third", based_on=2, at=NOON)
    assert (third.number, question(third.content, "q04")["text"]["en"]) == (3, "Any weapon?")
    with pytest.raises(BrokenRule, match="no such version"):
        scripts.write(district.campus.agency, actor=district.supervisor, title="Fourth", based_on=9, at=NOON)


def test_a_draft_with_a_mistake_is_not_saved(district: District, content: dict[str, Any]) -> None:
    draft = begun(district)
    question(content, "q04").pop("text")
    with pytest.raises(BrokenRule) as refusal:
        scripts.revise(draft, actor=district.supervisor, expected_version=1, title="Two", content=content, at=NOON)
    assert "q04" in str(refusal.value.fields["content"])
    assert Script.objects.get(pk=draft.pk).version == 1


def test_two_writers_of_one_draft_do_not_overwrite_each_other(district: District, content: dict[str, Any]) -> None:
    draft = begun(district)
    typed: dict[str, Any] = {"title": "Two", "content": content, "at": NOON}
    scripts.revise(draft, actor=district.supervisor, expected_version=1, **typed)
    with pytest.raises(Conflict):
        scripts.revise(draft, actor=other(district), expected_version=1, **typed)


def test_a_dispatcher_reads_versions_and_writes_none(district: District) -> None:
    draft = begun(district)
    assert selector.versions(district.dispatcher) == [draft]
    for attempt in (scripts.try_out, scripts.approve, scripts.activate, scripts.retire):
        with pytest.raises(Forbidden):
            attempt(draft, actor=district.dispatcher, expected_version=None, at=NOON)
    with pytest.raises(Forbidden):
        scripts.write(district.campus.agency, actor=district.dispatcher, title="Mine", at=NOON)


def test_the_writer_does_not_approve_and_another_supervisor_does(district: District) -> None:
    draft = begun(district)
    with pytest.raises(BrokenRule, match="another supervisor"):
        scripts.approve(draft, actor=district.supervisor, expected_version=None, at=NOON)
    approved = scripts.approve(draft, actor=other(district), expected_version=None, at=NOON)
    assert (approved.status, approved.sha256) == ("approved", digest(approved.content))


def test_whoever_changes_a_draft_becomes_its_writer(district: District, content: dict[str, Any]) -> None:
    draft, second = begun(district), other(district)
    draft = scripts.revise(draft, actor=second, expected_version=None, title="Two", content=content, at=NOON)
    with pytest.raises(BrokenRule):
        scripts.approve(draft, actor=second, expected_version=None, at=NOON)


def test_only_what_was_tried_as_it_is_is_put_in_use(district: District, content: dict[str, Any]) -> None:
    second = other(district)
    draft = scripts.try_out(begun(district), actor=second, expected_version=None, at=NOON)
    question(content, "q10")["text"]["en"] = "Alcohol?"
    draft = scripts.revise(draft, actor=district.supervisor, expected_version=None, title="2", content=content, at=NOON)
    approved = scripts.approve(draft, actor=second, expected_version=None, at=NOON)
    with pytest.raises(Conflict, match="dry run of exactly this version"):
        scripts.activate(approved, actor=second, expected_version=None, at=NOON)
    tried = scripts.try_out(approved, actor=second, expected_version=None, at=NOON)
    assert scripts.activate(tried, actor=second, expected_version=None, at=NOON).status == "active"


def test_one_version_is_in_use_and_the_one_before_is_retired(
    district: District, in_use: InUse, content: dict[str, Any]
) -> None:
    first, second = in_use(content), in_use(content)
    assert Script.objects.get(pk=first.pk).status == "retired"
    assert selector.active(district.campus.agency_id).version == second.number
    event = Event.objects.filter(type="script.activated").latest("at")
    assert event.facts == {"number": 3, "was": 2}


def test_with_the_last_version_retired_the_standard_is_asked_again(
    district: District, in_use: InUse, content: dict[str, Any]
) -> None:
    row = in_use(content)
    scripts.retire(row, actor=district.supervisor, expected_version=None, at=NOON)
    assert selector.active(district.campus.agency_id) is STANDARD


def test_the_database_itself_refuses_other_words_for_an_approved_version(
    district: District, in_use: InUse, content: dict[str, Any]
) -> None:
    row = in_use(content)
    with pytest.raises(IntegrityError), transaction.atomic():
        Script.objects.filter(pk=row.pk).update(content={})
    with pytest.raises(IntegrityError), transaction.atomic():
        Script.objects.filter(pk=row.pk).update(sha256="0" * 64)


def test_an_incident_keeps_the_words_of_the_version_it_was_asked_with(
    district: District, in_use: InUse, content: dict[str, Any]
) -> None:
    asked = {"actor": district.dispatcher, "expected_version": None, "at": NOON}
    old = assessments.assess(log_call(district).incident, answers={**CALM, "q04": "in_hand"}, **asked)
    question(content, "q04")["topic"]["en"] = "Arms"
    question(content, "q04")["answers"][4]["label"]["en"] = "Held"
    in_use(content)
    new = assessments.assess(log_call(district).incident, answers={**CALM, "q04": "in_hand"}, **asked)
    found = [cases.whole(district.dispatcher, row.pk) for row in (old, new)]
    assert [case.script.version for case in found] == [1, 2]
    assert [str(case.script.by_key["q04"].topic) for case in found] == ["Weapon", "Arms"]
    assert {answer.script_version for answer in found[1].answers} == {2}


def test_the_neighbor_keeps_asking_its_own_script(
    district: District, neighbor: District, in_use: InUse, content: dict[str, Any]
) -> None:
    row = in_use(content)
    assert selector.active(neighbor.campus.agency_id) is STANDARD
    assert selector.versions(neighbor.supervisor) == []
    with pytest.raises(Forbidden):
        scripts.retire(row, actor=neighbor.supervisor, expected_version=None, at=NOON)


def test_a_dry_run_names_what_would_change_among_real_and_fixed_cases(
    district: District, content: dict[str, Any]
) -> None:
    incident = log_call(district).incident
    given = {**CALM, "q07": "alone"}
    assessments.assess(incident, actor=district.dispatcher, expected_version=None, answers=given, at=NOON)
    question(content, "q07")["answers"][2]["floor"] = "p2"
    found = script_trials.trial(district.supervisor, begun(district, content))
    (real,) = found.real
    assert (real.case.name, real.before.priority, real.after.priority) == (incident.number, "p3", "p2")
    assert {row.after.priority for row in found.fixed} == {"p2"}


def test_a_dry_run_says_which_answers_the_new_version_no_longer_has(
    district: District, content: dict[str, Any]
) -> None:
    question(content, "q18")["answers"][0]["value"] = "softly"
    found = script_trials.trial(district.supervisor, begun(district, content))
    assert [row.lost for row in found.fixed] == [("q18",)]


def test_the_dry_run_of_a_training_coordinator_sees_no_incident(district: District, content: dict[str, Any]) -> None:
    log = log_call(district).incident
    assessments.assess(log, actor=district.dispatcher, expected_version=None, answers=CALM, at=NOON)
    coach = actor_of(person(district.campus.agency, "Gneiss", Role.TRAINING))
    assert script_trials.assessed(coach) == []
    assert len(script_trials.assessed(district.supervisor)) == 1


def test_reading_the_version_in_use_costs_one_statement_once_it_is_known(
    district: District, in_use: InUse, content: dict[str, Any], django_assert_num_queries: Any
) -> None:
    in_use(content)
    selector.active(district.campus.agency_id)
    with django_assert_num_queries(1):
        selector.active(district.campus.agency_id)
    with django_assert_num_queries(0):
        selector.version(district.campus.agency_id, 2)


def test_an_approved_version_that_says_something_else_is_found(
    district: District, in_use: InUse, content: dict[str, Any]
) -> None:
    in_use(content)
    assert list(changed_scripts()) == []
    Script.objects.create(
        agency=district.campus.agency,
        number=9,
        title="Nine",
        content={},
        status="approved",
        sha256="0" * 64,
        written_by_id=district.supervisor.person,
    )
    assert list(changed_scripts()) == ["9"]


def test_a_call_begins_at_the_start_value_of_the_version_in_use(
    district: District, in_use: InUse, content: dict[str, Any]
) -> None:
    assert log_call(district, nature="panic_anxiety").incident.priority == "p3"
    content["natures"]["panic_anxiety"]["start"] = "p2"
    in_use(content)
    assert log_call(district, nature="panic_anxiety").incident.priority == "p2"
