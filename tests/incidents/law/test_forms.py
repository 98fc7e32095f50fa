"""Forms: filled from the record, under the words in force on that day, signed once, and the same paper for ever."""

from datetime import date, timedelta
from typing import Any

import pytest

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden, NotFound
from core.models import Event
from incidents import legal_documents
from incidents.models import DeescalationRecord, Duty, FormDisclosure, LegalForm, LegalTemplate
from incidents.selectors import legal_forms as forms_of
from incidents.selectors import legal_templates as in_force
from incidents.services import duties, legal_forms, legal_templates
from officers.models import Officer
from officers.roles import License
from tests.cast import NOON, District
from tests.documents.pictures import words as printed
from tests.incidents.law.conftest import detained, saved
from tests.incidents.law.filled import ANSWERS, completed, signed


def test_a_form_begins_with_what_the_record_knows(record: DeescalationRecord, me: Actor) -> None:
    form = legal_forms.begin(detained(record, me), actor=me, at=NOON)
    assert form.content["officer_name"] == "Yucca"
    assert form.content["agency"] == "sotol ISD Police"
    assert form.content["description"] == "Crying / hopeless"
    assert legal_forms.begin(form.duty, actor=me, at=NOON).pk == form.pk


def test_only_a_peace_officer_writes_and_signs_a_detention(
    record: DeescalationRecord, me: Actor, district: District
) -> None:
    duty = detained(record, me)
    for actor in (me, district.supervisor):
        Officer.objects.filter(user=me.id).update(license=License.SECURITY)
        with pytest.raises(BrokenRule, match="peace officer"):
            legal_forms.begin(duty, actor=actor, at=NOON)
    assert not LegalForm.objects.exists()
    with pytest.raises(Forbidden):
        legal_forms.begin(duty, actor=district.officer(district.other_officer), at=NOON)


def test_an_officer_who_loses_the_license_cannot_sign_what_was_begun(record: DeescalationRecord, me: Actor) -> None:
    form = completed(detained(record, me), me)
    Officer.objects.filter(user=me.id).update(license=License.SECURITY)
    with pytest.raises(BrokenRule, match="peace officer"):
        signed(form, me)
    assert LegalForm.objects.get(pk=form.pk).status == "draft"


def test_what_is_missing_is_said_before_anybody_signs(record: DeescalationRecord, me: Actor) -> None:
    form = legal_forms.begin(detained(record, me), actor=me, at=NOON)
    with pytest.raises(BrokenRule) as refusal:
        signed(form, me)
    assert "ground" in refusal.value.fields


@pytest.mark.parametrize(
    "changes", [{"signed_name": "Somebody"}, {"confirmed": False}], ids=["another name", "not confirmed"]
)
def test_a_signature_is_the_own_name_and_a_confirmation(
    record: DeescalationRecord, me: Actor, changes: dict[str, Any]
) -> None:
    form = completed(detained(record, me), me)
    with pytest.raises(BrokenRule):
        signed(form, me, **changes)


def test_signed_it_changes_no_more_and_its_hash_proves_it(record: DeescalationRecord, me: Actor) -> None:
    form = signed(completed(detained(record, me), me), me)
    assert form.sha256 == legal_forms.seal(form, "Yucca", NOON)
    with pytest.raises(Conflict):
        legal_forms.revise(form, actor=me, expected_version=None, answers=ANSWERS, at=NOON)
    form.content = {**form.content, "risk": "Something else"}
    assert form.sha256 != legal_forms.seal(form, "Yucca", NOON)


def test_a_detention_is_done_when_it_is_signed_and_the_facility_is_reached(
    record: DeescalationRecord, me: Actor
) -> None:
    form = signed(completed(detained(record, me), me), me)
    assert Duty.objects.get(pk=form.duty_id).status == "open"
    late = NOON + timedelta(minutes=50)
    times = {"apprehended_at": NOON, "presented_at": late, "accepted": True, "decided_at": late}
    legal_forms.stamp(form, actor=me, expected_version=None, at=late, **times)
    assert Duty.objects.get(pk=form.duty_id).status == "satisfied"


def test_times_at_the_facility_come_in_their_order_and_a_refusal_has_its_reason(
    record: DeescalationRecord, me: Actor
) -> None:
    form = signed(completed(detained(record, me), me), me)
    wrong = {"apprehended_at": NOON, "presented_at": NOON - timedelta(minutes=1)}
    with pytest.raises(BrokenRule, match="order"):
        legal_forms.stamp(form, actor=me, expected_version=None, at=NOON, **wrong)
    with pytest.raises(BrokenRule, match="refused"):
        legal_forms.stamp(form, actor=me, expected_version=None, accepted=False, decided_at=NOON, at=NOON)


def test_each_day_has_its_own_words_and_old_paper_keeps_the_old(record: DeescalationRecord, me: Actor) -> None:
    agency = record.agency_id
    old = in_force.in_force(agency, "detention_notice", "en", date(2025, 8, 31))
    new = in_force.in_force(agency, "detention_notice", "en", date(2025, 9, 1))
    assert (old.number, new.number) == (1, 2)
    assert (len(old.content["statements"]), len(new.content["statements"])) == (7, 6)
    before = signed(completed(detained(record, me), me), me)
    paper = legal_documents.pdf(before)
    third = put_in_use(new, date(2026, 3, 5))
    LegalForm.objects.filter(pk=before.pk).update(version=before.version)
    again = LegalForm.objects.select_related("template", "duty__agency").get(pk=before.pk)
    assert legal_documents.pdf(again) == paper
    assert "A sentence of the third version" not in printed(paper)
    fresh = legal_forms.begin(again.duty, actor=me, at=NOON + timedelta(days=1))
    assert fresh.template_id == third.pk
    assert "A sentence of the third version" in printed(legal_documents.pdf(fresh))


def put_in_use(base: LegalTemplate, day: date) -> LegalTemplate:
    """A later version with one sentence more, approved by somebody else than its writer."""
    content = {**base.content, "statements": [*base.content["statements"], "A sentence of the third version."]}
    given = {"agency_id": base.agency_id, "slug": base.slug, "language": base.language, "title": base.title}
    row = LegalTemplate.objects.create(number=3, content=content, status="approved", **given)
    LegalTemplate.objects.filter(pk=row.pk).update(status="active", effective_from=day)
    row.refresh_from_db()
    return row


def test_words_that_change_before_the_signature_are_read_again(record: DeescalationRecord, me: Actor) -> None:
    form = completed(detained(record, me), me)
    third = put_in_use(form.template, date(2026, 3, 4))
    with pytest.raises(Conflict, match="changed"):
        signed(form, me)
    form = legal_forms.revise(form, actor=me, expected_version=None, answers=form.content, at=NOON)
    assert form.template_id == third.pk
    assert signed(form, me).status == "signed"


def test_what_is_handed_out_is_logged_with_its_hash_and_a_draft_is_not(record: DeescalationRecord, me: Actor) -> None:
    form = completed(detained(record, me), me)
    with pytest.raises(Conflict):
        legal_forms.hand_out(form, actor=me, recipient="facility", purpose="Admission", at=NOON)
    row, made = legal_forms.hand_out(signed(form, me), actor=me, recipient="facility", purpose="Admission", at=NOON)
    assert made.startswith(b"%PDF")
    assert (row.recipient, row.basis, row.by_id) == ("facility", "mandatory_report", me.id)
    assert "description" in row.fields
    assert FormDisclosure.objects.count() == 1
    facts = Event.objects.get(type="legal_form.printed").facts
    assert "Sample" not in str(facts)


def test_who_reported_abuse_is_known_to_the_reporter_alone_and_holds_the_notice_to_the_parents(
    record: DeescalationRecord, me: Actor, district: District
) -> None:
    saved(record, me, nature=["suicidal"], outcomes=["child_abuse_report"])
    duty = Duty.objects.get(kind="abuse_report")
    notice = Duty.objects.get(kind="risk_parent_notice")
    assert (duty.protected, duty.case_id) == (True, None)
    form = completed(duty, me, alleged_parent="yes")
    notice.refresh_from_db()
    assert notice.held_at == NOON
    with pytest.raises(NotFound):
        forms_of.one(district.supervisor, form.pk)
    with pytest.raises(BrokenRule, match="held"):
        duties.satisfy(notice, actor=me, expected_version=None, effort="Tried", at=NOON)
    boss = district.supervisor
    duties.release(notice, actor=boss, expected_version=None, release_reason="Other parent is safe", at=NOON)
    saved(record, me, nature=["suicidal"], outcomes=["child_abuse_report"])
    notice.refresh_from_db()
    assert notice.held_at is None


def test_the_writer_of_words_does_not_approve_them(record: DeescalationRecord, district: District) -> None:
    boss, agency = district.supervisor, district.campus.agency
    base = in_force.in_force(agency.pk, "restraint_notice", "es", date(2026, 3, 4))
    draft = legal_templates.write(agency, actor=boss, based_on=str(base.pk), title="Aviso", at=NOON)
    assert (draft.number, draft.language, draft.content) == (2, "es", base.content)
    with pytest.raises(BrokenRule, match="another"):
        legal_templates.approve(draft, actor=boss, expected_version=None, at=NOON)
    wrong = {"title": "x", "source_note": "", "confirm_with_counsel": True, "content": {"layout": "poem"}}
    with pytest.raises(BrokenRule, match="mistakes"):
        legal_templates.revise(draft, actor=boss, expected_version=None, at=NOON, **wrong)
