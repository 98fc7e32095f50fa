"""What the database itself refuses to change: signed forms, approved words, and what was logged."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from core.actors import Actor
from incidents.models import DeescalationRecord, DutyAttempt, DutyStep, FormDisclosure, LegalForm, LegalTemplate
from incidents.services import duty_steps, legal_forms
from tests.cast import NOON
from tests.incidents.law.conftest import detained, saved
from tests.incidents.law.filled import completed, signed


def refused(rows: Any, **changes: Any) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(**changes)


def test_a_signed_form_and_the_words_under_it_stay_as_they_are(record: DeescalationRecord, me: Actor) -> None:
    form = signed(completed(detained(record, me), me), me)
    rows, words = LegalForm.objects.filter(pk=form.pk), LegalTemplate.objects.filter(pk=form.template_id)
    refused(rows, content={})
    refused(rows, signed_name="Somebody")
    refused(rows, template=LegalTemplate.objects.exclude(pk=form.template_id)[0])
    refused(words, content={})
    assert rows.update(presented_at=NOON) == words.update(effective_to=NOON.date()) == 1


def test_what_was_logged_only_grows(record: DeescalationRecord, me: Actor) -> None:
    form = signed(completed(detained(record, me), me), me)
    legal_forms.hand_out(form, actor=me, recipient="facility", purpose="Admission", at=NOON)
    saved(record, me, primary_outcome="emergency_detention", firearm_seized="yes")
    owed = record.duties.get(kind="firearm_seized")
    duty_steps.step(owed, actor=me, step="receipt_given", at=NOON)
    given = {"party": "facility", "method": "phone", "outcome": "reached", "attempted_at": NOON}
    duty_steps.attempt(owed, actor=me, at=NOON, **given)
    refused(FormDisclosure.objects.all(), purpose="Nothing")
    refused(DutyStep.objects.all(), step="court_told")
    refused(DutyAttempt.objects.all(), outcome="no_answer")
