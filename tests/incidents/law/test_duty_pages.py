"""Duties in the browser's eyes: lists, one page, the form from draft to paper, and what others do not see."""

from typing import Any

import pytest
from django.utils import timezone

from core.actors import Actor
from incidents.models import DeescalationRecord, Duty, FormDisclosure, LegalForm, LegalTemplate
from incidents.services import legal_forms
from tests.cast import NOON, District, day_here
from tests.documents.pictures import words as printed
from tests.incidents.desk import signed_in
from tests.incidents.law.conftest import detained, saved
from tests.incidents.law.filled import ANSWERS


@pytest.fixture
def duty(record: DeescalationRecord, me: Actor) -> Duty:
    """A notice of emergency detention that the officer owes."""
    return detained(record, me)


def typed(form: LegalForm, **answers: Any) -> dict[str, Any]:
    """What an officer types into the page."""
    asked = {field["key"] for field in form.template.content["fields"]}
    given = {key: value for key, value in {**ANSWERS, **answers}.items() if key in asked}
    times = dict.fromkeys(("taken_at", "told_at"), "2026-03-04T11:00")
    return {"version": form.version, **given, **times}


def test_what_is_overdue_stands_first_red_with_a_word(duty: Duty, me: Actor, district: District) -> None:
    for actor in (me, district.supervisor):
        page = signed_in(actor).get("/duties/").content.decode()
        assert "Notice of emergency detention" in page
        assert 'class="late"' in page
        assert "Overdue" in page
    other = signed_in(district.officer(district.other_officer)).get("/duties/").content.decode()
    assert "Notice of emergency detention" not in other
    assert signed_in(district.dispatcher).get("/duties/").status_code == 403


def test_the_page_of_a_duty_says_what_is_missing_and_where_the_rule_comes_from(duty: Duty, me: Actor) -> None:
    page = signed_in(me).get(f"/duties/{duty.pk}/").content.decode()
    for words in ("the signed form", "H&amp;S 573.002", "Confirm with counsel", "Begin the form", "Yucca"):
        assert words in page, words
    assert "Waive" not in page


def test_a_form_is_begun_completed_signed_and_handed_out(duty: Duty, me: Actor) -> None:
    browser = signed_in(me)
    LegalTemplate.objects.filter(slug="detention_notice", number=1).update(status="withdrawn")
    assert browser.post(f"/duties/{duty.pk}/form/", {"language": "en"}).status_code == 303
    form = LegalForm.objects.get(duty=duty)
    address = f"/legal-forms/{form.pk}/"
    page = browser.get(address).content.decode()
    assert "Ground of the detention" in page
    assert browser.post(address, {**typed(form), "sign": "1"})["Location"] == f"{address}sign/"
    form.refresh_from_db()
    refused = browser.post(f"{address}sign/", {"version": form.version, "signed_name": "Yucca"})
    assert refused.status_code == 422
    signature = {"version": form.version, "signed_name": "yucca", "confirmed": "on"}
    assert browser.post(f"{address}sign/", signature).status_code == 303
    form.refresh_from_db()
    assert (form.status, form.signed_name, form.content["ground"]) == ("signed", "Yucca", ANSWERS["ground"])
    assert browser.get(f"{address}draft/").status_code == 303
    assert browser.post(f"{address}print/", {"recipient": "facility"}).status_code == 422
    paper = browser.post(f"{address}print/", {"recipient": "facility", "purpose": "Admission"})
    assert paper["Content-Type"] == "application/pdf"
    assert "Mesa Crisis Center" in printed(paper.content)
    assert FormDisclosure.objects.get().recipient == "facility"
    now = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    form.refresh_from_db()
    times = {"version": form.version, "presented_at": now, "accepted": "true", "decided_at": now}
    assert browser.post(f"{address}times/", times).status_code == 303
    shown = browser.get(f"/duties/{duty.pk}/").content.decode()
    assert "Facility clock" in shown
    assert "late" in shown


def test_who_reported_abuse_is_not_on_any_page_of_others(
    record: DeescalationRecord, me: Actor, district: District
) -> None:
    saved(record, me, outcomes=["child_abuse_report"])
    duty = Duty.objects.get(kind="abuse_report")
    legal_forms.begin(duty, actor=me, at=NOON)
    for address in ("/duties/", f"/duties/{duty.pk}/"):
        page = signed_in(district.supervisor).get(address).content.decode()
        assert "Protected" in page
        assert "Yucca" not in page
    assert "Yucca" in signed_in(me).get(f"/duties/{duty.pk}/").content.decode()
    said = signed_in(district.supervisor).get(f"/api/v1/duties/{duty.pk}/").json()
    assert (said["owner"], said["forms"]) == ("Protected", [])


def test_words_are_drafted_approved_by_another_and_put_in_use(words: None, district: District) -> None:
    browser = signed_in(district.supervisor)
    base = LegalTemplate.objects.get(slug="parent_notice", language="es")
    given = {"based_on": str(base.pk), "title": "Aviso nuevo", "source_note": "Counsel"}
    made = browser.post("/legal-templates/", given)
    assert made.status_code == 303
    draft = LegalTemplate.objects.get(title="Aviso nuevo")
    page = browser.get(f"/legal-templates/{draft.pk}/").content.decode()
    assert "another supervisor must approve it" in page
    assert browser.get(f"/legal-templates/{draft.pk}/preview/")["Content-Type"] == "application/pdf"
    LegalTemplate.objects.filter(pk=draft.pk).update(status="approved")
    past = {"version": draft.version, "effective_from": "2020-01-01"}
    assert browser.post(f"/legal-templates/{draft.pk}/activate/", past).status_code == 422
    today = {"version": draft.version, "effective_from": day_here().isoformat()}
    assert browser.post(f"/legal-templates/{draft.pk}/activate/", today).status_code == 303
    base.refresh_from_db()
    assert base.effective_to is not None


def test_the_calendar_takes_a_day_once_and_gives_it_back(district: District) -> None:
    browser = signed_in(district.supervisor)
    day = {"day": "2026-09-07", "kind": "holiday", "name": "Labor Day"}
    assert [browser.post("/school-calendar/", day).status_code for _again in range(2)] == [303, 409]
    half = {**day, "day": "2026-09-08", "kind": "half_day"}
    assert browser.post("/school-calendar/", half).status_code == 422
    term = {"name": "Fall", "first_day": "2026-08-12", "last_day": "2026-12-18", "opens_at": "08:00"}
    assert browser.post("/school-calendar/terms/", {**term, "closes_at": "07:00"}).status_code == 422
    assert browser.post("/school-calendar/terms/", {**term, "closes_at": "15:45"}).status_code == 303
    assert browser.post("/school-calendar/terms/", {**term, "closes_at": "15:45"}).status_code == 409
    said = browser.get("/api/v1/school-calendar/").json()
    assert [row["name"] for row in said["days"]] == ["Labor Day"]
    address = f"/api/v1/school-days/{said['days'][0]['id']}/withdrawal/"
    assert browser.post(address, {}, content_type="application/json").status_code == 200
    assert browser.get("/api/v1/school-calendar/").json()["days"] == []


def test_the_api_does_what_the_pages_do(duty: Duty, me: Actor) -> None:
    browser = signed_in(me)
    json = {"content_type": "application/json"}
    root = f"/api/v1/duties/{duty.pk}/"
    assert [row["kind"] for row in browser.get("/api/v1/duties/").json()["results"]] == ["detention_notice"]
    attempt = {"party": "facility", "method": "phone", "outcome": "reached", "attempted_at": NOON.isoformat()}
    assert {browser.post(f"{root}attempts/", attempt, **json).status_code for _again in range(2)} == {201}
    said = browser.get(root).json()
    assert (len(said["attempts"]), said["missing"], said["held"]) == (1, ["the signed form"], False)
    begun = browser.post(f"{root}forms/", {}, **json).json()
    assert begun["words"]["heading"] == "Notification of Emergency Detention"
    form = f"/api/v1/legal-forms/{begun['id']}/"
    body = {"version": begun["version"], "answers": {**begun["answers"], **ANSWERS}}
    kept = browser.put(form, body, **json)
    assert kept.status_code == 200
    strange = {"version": kept.json()["version"], "answers": {"hat": "red"}}
    assert browser.put(form, strange, **json).status_code == 422
    move = {"move": "sign", "version": kept.json()["version"], "signed_name": "Yucca", "confirmed": True}
    signed = browser.post(f"{form}moves/", move, **json)
    assert (signed.status_code, signed.json()["status"]) == (200, "signed")
    paper = browser.post(f"{form}print/", {"recipient": "facility", "purpose": "Admission"}, **json)
    assert paper["Content-Type"] == "application/pdf"
    explained = {"move": "explain", "version": 1, "late_reason": "No signal"}
    assert browser.post(f"{root}moves/", explained, **json).status_code == 200
    waived = {"move": "waive", "version": 2, "waive_reason": "counsel_advice"}
    assert browser.post(f"{root}moves/", waived, **json).status_code == 403


def test_a_filed_record_shows_what_it_started(record: DeescalationRecord, me: Actor, district: District) -> None:
    saved(record, me, nature=["suicidal"])
    DeescalationRecord.objects.filter(pk=record.pk).update(status="submitted")
    page = signed_in(district.supervisor).get(f"/records/{record.pk}/").content.decode()
    assert "Tell the parent: suicide risk" in page
    assert f"/duties/{Duty.objects.get().pk}/" in page
