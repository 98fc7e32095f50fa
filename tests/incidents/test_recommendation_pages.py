"""The ranked list on the page and over the API, and how an override is asked for without losing what was typed."""

from datetime import timedelta
from typing import Any

import pytest

from core import clock
from incidents.models import Assignment, Incident
from officers.models import Campus, Officer, Restriction, TravelTime
from tests.cast import District, day_here, log_call, officer
from tests.incidents.desk import post, send_json, signed_in, version


@pytest.fixture
def incident(district: District) -> Incident:
    return log_call(district, at=clock.now()).incident


@pytest.fixture
def third(district: District) -> Officer:
    """Another CIT officer, ten minutes away, who speaks Spanish."""
    far = Campus.objects.create(agency=district.campus.agency, name="Cholla School", code="CHS", kind="high")
    TravelTime.objects.create(agency=far.agency, origin=far, destination=district.campus, minutes=10)
    made = officer(far, "Zinnia", "C-30", cit=True)
    Officer.objects.filter(pk=made.pk).update(languages=["es"])
    return made


def page_of(district: District, incident: Incident) -> str:
    answer = signed_in(district.dispatcher).get(f"/incidents/{incident.pk}/send/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_page_lists_units_in_order_with_their_reasons(
    district: District, incident: Incident, third: Officer
) -> None:
    page = page_of(district, incident)
    assert page.index("Send C-12") < page.index("Send C-30") < page.index("Send S-21")
    assert "Before C-30: 8 min nearer." in page
    assert "Before S-21: CIT officer." in page


def test_the_first_three_answer_to_the_keys_one_two_three_inside_the_panel(
    district: District, incident: Incident, third: Officer
) -> None:
    page = page_of(district, incident)
    assert [f'data-key="{key}"' in page for key in "1234"] == [True, True, True, False]
    assert "data-key-in" in page


def test_it_says_who_was_passed_over_and_how_many_are_off_duty(
    district: District, incident: Incident, third: Officer
) -> None:
    Officer.objects.filter(pk=district.cit_officer.pk).update(duty="training")
    Officer.objects.filter(pk=district.other_officer.pk).update(duty="off_duty")
    page = page_of(district, incident)
    assert "in training" in page
    assert "1 officer is off duty." in page
    assert "Send C-12" not in page


def test_it_says_what_to_do_when_nobody_certified_is_free(district: District, incident: Incident) -> None:
    Officer.objects.filter(pk=district.cit_officer.pk).update(duty="busy")
    assert "No CIT officer is free. Send S-21 now; C-12 to follow (busy, 2 min away)." in page_of(district, incident)


def test_why_an_officer_is_restricted_is_not_told(district: District, incident: Incident) -> None:
    Restriction.objects.create(
        agency=district.campus.agency,
        officer=district.cit_officer,
        kind="duty",
        reason="Zzsecret",
        from_day=day_here() - timedelta(days=2),
        set_by_id=district.supervisor.person,
    )
    page = page_of(district, incident)
    assert "restricted from all calls" in page
    assert "Zzsecret" not in page


def test_another_unit_is_asked_about_beside_the_field_and_nothing_typed_is_lost(
    district: District, incident: Incident, third: Officer
) -> None:
    desk, path = signed_in(district.dispatcher), f"/incidents/{incident.pk}/send/"
    body = {"officer": str(third.pk), "override_reason": "", "override_note": "Knows the family"}
    refused = post(desk, path, incident, **body)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "id_override_reason_error" in page
    assert 'value="Knows the family"' in page
    assert '<details class="more why" open>' in page
    assert not Assignment.objects.exists()
    assert post(desk, path, incident, **{**body, "override_reason": "knows_person"}).status_code == 303
    assert Assignment.objects.get().override_note == "Knows the family"


def test_other_without_words_is_refused_beside_the_note(district: District, incident: Incident, third: Officer) -> None:
    body = {"officer": str(third.pk), "override_reason": "other"}
    answer = post(signed_in(district.dispatcher), f"/incidents/{incident.pk}/send/", incident, **body)
    assert answer.status_code == 422
    assert "id_override_note_error" in answer.content.decode()
    assert '<option value="other" selected>' in answer.content.decode()


def test_the_form_carries_what_it_showed_first(district: District, incident: Incident, third: Officer) -> None:
    desk, path = signed_in(district.dispatcher), f"/incidents/{incident.pk}/send/"
    Officer.objects.filter(pk=district.cit_officer.pk).update(duty="busy")
    form = desk.get(path).context["form"]
    Officer.objects.filter(pk=district.cit_officer.pk).update(duty="available")
    sent = post(
        desk, path, incident, officer=str(third.pk), shown=form["shown"].value() or form.fields["shown"].widget.now
    )
    assert sent.status_code == 303
    assert Assignment.objects.get().override_reason == ""


def test_the_api_tells_codes_values_and_words(district: District, incident: Incident, third: Officer) -> None:
    Officer.objects.filter(pk=district.other_officer.pk).update(duty="out_of_service")
    found = signed_in(district.dispatcher).get(f"/api/v1/incidents/{incident.pk}/candidates/").json()
    first, second = found["results"]
    assert (first["call_sign"], first["rank"], second["rank"], second["ahead"]) == ("C-12", 1, 2, [])
    assert first["ahead"] == [
        {"code": "ahead", "values": {"part": "distance", "minutes": 8}, "minutes": 8, "words": "8 min nearer"}
    ]
    assert [reason["words"] for reason in second["reasons"]] == ["CIT officer", "10 min away"]
    assert [(one["call_sign"], one["code"], one["words"]) for one in found["passed_over"]] == [
        ("S-21", "out_of_service", "out of service")
    ]
    assert (found["off_duty"], found["advice"], found["ranking_version"]) == (0, [], 1)


def test_the_api_asks_for_the_same_reason(district: District, incident: Incident, third: Officer) -> None:
    desk, here = signed_in(district.dispatcher), f"/api/v1/incidents/{incident.pk}/assignments/"
    body: dict[str, Any] = {"version": version(incident), "officer": str(third.pk)}
    refused = send_json(desk, here, body)
    assert (refused.status_code, list(refused.json()["fields"])) == (422, ["override_reason"])
    assert send_json(desk, here, {**body, "override_reason": "no_cit_officer"}).status_code == 400
    sent = send_json(desk, here, {**body, "override_reason": "officer_requested"}).json()
    assert (sent["rank"], sent["ranking_version"], sent["override_reason"]) == (2, 1, "officer_requested")


def test_a_call_can_say_which_language_is_needed(district: District, third: Officer) -> None:
    desk = signed_in(district.dispatcher)
    incident = log_call(district, at=clock.now(), language_needed="es").incident
    assert "Needs: Spanish" in desk.get(f"/incidents/{incident.pk}/").content.decode()
    assert "speaks Spanish" in page_of(district, incident)
