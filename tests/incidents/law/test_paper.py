"""Every form on paper: its words in its language, its answers, and pictures without anything over the edge."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from core.actors import Actor
from incidents import legal_documents
from incidents.duties.triggers import triggers
from incidents.models import DeescalationRecord, Duty, LegalTemplate
from incidents.selectors import legal_templates
from incidents.services import legal_forms
from tests.cast import NOON
from tests.documents.pictures import inked, keep, pictures
from tests.documents.pictures import words as printed
from tests.incidents.law.conftest import saved
from tests.incidents.law.filled import completed, signed

KEPT = os.environ.get("CIT_PICTURES", "")
SLUGS = {each.template: each.kind for each in triggers() if each.template}
EXPECTED = {
    ("detention_notice", "en"): "A facility may not require an officer to complete any other form",
    ("restraint_notice", "en"): "He hit the glass of the door",
    ("restraint_notice", "es"): "Al padre, madre o tutor de Sample Student:",
    ("school_official_notice", "en"): "Pass this on only to those who have direct supervision",
    ("abuse_report", "en"): "CPS-4711",
    ("parent_notice", "en"): "Call or text 988 at any hour",
    ("parent_notice", "es"): "Guarde bajo llave",
    ("threat_referral", "en"): "hunting knife",
    ("firearm_receipt", "en"): "serial number 000-DEMO",
}


def owed(record: DeescalationRecord, me: Actor, slug: str) -> Duty:
    """A duty that asks for this form."""
    saved(record, me, primary_outcome="emergency_detention")
    duty = Duty.objects.get(record=record)
    Duty.objects.filter(pk=duty.pk).update(kind=SLUGS[slug], owner=me.id)
    duty.refresh_from_db()
    return duty


@pytest.mark.parametrize(("slug", "language"), EXPECTED, ids=["-".join(key) for key in EXPECTED])
def test_a_signed_form_says_on_paper_what_was_answered(
    record: DeescalationRecord, me: Actor, slug: str, language: str
) -> None:
    form = signed(completed(owed(record, me, slug), me, language), me)
    if slug == "detention_notice":
        times = {"apprehended_at": NOON, "presented_at": NOON + timedelta(minutes=40), "accepted": True}
        times |= {"decided_at": NOON + timedelta(minutes=55), "custody_transferred_at": NOON + timedelta(minutes=58)}
        form = legal_forms.stamp(form, actor=me, expected_version=None, at=NOON, **times)
    made = legal_documents.pdf(form)
    if KEPT:
        keep(made, Path(KEPT), f"{slug}-{language}")
    said = printed(made)
    assert EXPECTED[slug, language] in said
    assert form.sha256[:16] in said
    assert form.template.content["heading"] in said
    for statement in form.template.content.get("statements", []):
        assert statement in said
    assert all(inked(page) for page in pictures(made))
    assert b"StructTreeRoot" in made
    assert legal_documents.pdf(form) == made


def test_every_shipped_version_can_be_drawn_without_answers(record: DeescalationRecord) -> None:
    rows = list(LegalTemplate.objects.filter(agency=record.agency_id).select_related("agency"))
    assert {(row.slug, row.language) for row in rows} == set(EXPECTED)
    for row in rows:
        made = legal_documents.preview(row, NOON)
        assert row.content["heading"] in printed(made)
        assert all(inked(page) for page in pictures(made))


def test_a_language_without_words_of_its_own_gets_the_english_ones(record: DeescalationRecord) -> None:
    day = NOON.date()
    assert legal_templates.in_force(record.agency_id, "detention_notice", "es", day).language == "en"
    assert legal_templates.languages(record.agency_id, "restraint_notice", day) == ["en", "es"]
