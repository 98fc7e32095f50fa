"""A legal form: begun with what the record knows, completed, signed under the words in force, handed out and logged."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance
from core.numbering import next_numbers
from core.permissions import require
from incidents import law_guards, legal_documents
from incidents.duties.answers import kept, refused
from incidents.duties.triggers import trigger
from incidents.duties.words import digest
from incidents.law_vocabulary import DutyState, FormState, Recipient
from incidents.models import Duty, FormDisclosure, LegalForm, LegalTemplate
from incidents.selectors import form_facts, legal_templates
from incidents.services import duties, duty_steps
from incidents.services.legal_templates import today


def begin(duty: Duty, *, actor: Actor, language: str = "en", at: datetime | None = None) -> LegalForm:
    """A draft under the words in force today; a second attempt finds the first."""
    moment = at or clock.now()
    require(actor, "legal_form.begin", duty)
    slug = trigger(duty.kind).template
    if not slug:
        raise BrokenRule(_("This duty has no form."))
    law_guards.require_license(slug, actor)
    earlier = LegalForm.objects.filter(duty=duty, status=FormState.DRAFT).first()
    if earlier is not None:
        return earlier
    if duty.status in (DutyState.ENDED, DutyState.WAIVED):
        raise Conflict(_("Nobody owes this any more."))
    words = legal_templates.in_force(duty.agency_id, slug, language, today(duty.agency, moment))
    answers = form_facts.prefilled(duty, words.content, words.language)
    with transaction.atomic():
        numbers = next_numbers(duty.agency_id, today(duty.agency, moment).year, "legal_form")
        form = LegalForm(agency_id=duty.agency_id, case_id=duty.case_id, duty=duty, template=words)
        form.number, form.content, form.begun_by_id = numbers["legal_form"], answers, actor.person
        _create(form)
        ledger.announce("legal_form.begun", record=form, actor=actor, at=moment, facts=facts_of(form))
    return form


def _create(form: LegalForm) -> None:
    try:
        with transaction.atomic():
            form.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(_("This form was begun a moment ago. Look at the duty again.")) from error


def revise(
    form: LegalForm,
    *,
    actor: Actor,
    expected_version: int | None,
    answers: Mapping[str, Any],
    at: datetime | None = None,
) -> LegalForm:
    """Keep the answers, however incomplete; a draft always stands under the words in force today."""
    moment = at or clock.now()
    words = _words_of(form, moment)
    strange = refused(words.content, answers)
    if strange:
        text = _("Not understood: %(where)s.") % {"where": ", ".join(strange)}
        raise BrokenRule(text, fields={key: _("This cannot be read.") for key in strange})
    with transaction.atomic():
        found = advance(
            form,
            "revise",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts=facts_of(form),
            template=words,
            content=kept(words.content, answers),
        )
        if found.content.get("alleged_parent") == "yes":
            duties.hold_notices(found.duty.record, moment)
    return found


def _words_of(form: LegalForm, at: datetime) -> LegalTemplate:
    words = form.template
    return legal_templates.in_force(form.agency_id, words.slug, words.language, today(form.agency, at))


def sign(
    form: LegalForm,
    *,
    actor: Actor,
    expected_version: int | None,
    signed_name: str,
    confirmed: bool,
    at: datetime | None = None,
) -> LegalForm:
    """The typed name of the person signed in, and that it is true; from then on nothing in it changes."""
    moment = at or clock.now()
    require(actor, "legal_form.sign", form)
    if not confirmed:
        raise BrokenRule(_("Confirm that this is true."), fields={"confirmed": _("Confirm that this is true.")})
    if " ".join(signed_name.split()).casefold() != " ".join(actor.name.split()).casefold():
        text = _("Type your own name as it is in your account: %(name)s.") % {"name": actor.name}
        raise BrokenRule(text, fields={"signed_name": text})
    if _words_of(form, moment).pk != form.template_id:
        raise Conflict(_("The words of this form have changed since. Save the draft once more and read it again."))
    with transaction.atomic():
        sealed = seal(form, actor.name, moment)
        signed = advance(
            form,
            "sign",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts={**facts_of(form), "sha256": sealed},
            signed_by_id=actor.person,
            signed_name=actor.name,
            sha256=sealed,
        )
        duty_steps.settle(signed.duty, actor, moment)
    return signed


def seal(form: LegalForm, name: str, at: datetime) -> str:
    """The hash over the answers, the words they stand under, who signed and when."""
    words = form.template
    under = {"slug": words.slug, "number": words.number, "language": words.language, "sha256": words.sha256}
    return digest({"form": form.number, "words": under, "answers": form.content, "by": name, "at": at.isoformat()})


def stamp(
    form: LegalForm,
    *,
    actor: Actor,
    expected_version: int | None,
    apprehended_at: datetime | None = None,
    presented_at: datetime | None = None,
    accepted: bool | None = None,
    decided_at: datetime | None = None,
    refusal_reason: str = "",
    custody_transferred_at: datetime | None = None,
    at: datetime | None = None,
) -> LegalForm:
    """What happened at the facility; the signed answers stay as they are."""
    moment = at or clock.now()
    given = [each for each in (apprehended_at, presented_at, decided_at, custody_transferred_at) if each]
    if given != sorted(given):
        raise BrokenRule(_("These times are not in their order."))
    if accepted is False and not refusal_reason:
        text = _("Say why the facility refused.")
        raise BrokenRule(text, fields={"refusal_reason": text})
    with transaction.atomic():
        found = advance(
            form,
            "stamp",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts=facts_of(form),
            apprehended_at=apprehended_at,
            presented_at=presented_at,
            accepted=accepted,
            decided_at=decided_at,
            refusal_reason=refusal_reason,
            custody_transferred_at=custody_transferred_at,
        )
        duty_steps.settle(found.duty, actor, moment)
    return found


def hand_out(
    form: LegalForm, *, actor: Actor, recipient: str, purpose: str, at: datetime | None = None
) -> tuple[FormDisclosure, bytes]:
    """The signed form as PDF, and that it left the program: to whom, why, on which basis."""
    moment = at or clock.now()
    require(actor, "legal_form.print", form)
    if form.status != FormState.SIGNED:
        raise Conflict(_("A draft is not handed out. Sign it first."))
    if recipient == Recipient.PARENT:
        law_guards.is_not_held(form.duty, actor, moment, {})
    made = legal_documents.pdf(form)
    words = form.template
    with transaction.atomic():
        row = FormDisclosure.objects.create(
            agency_id=form.agency_id,
            form=form,
            subject_id=form.duty.subject_id,
            recipient=recipient,
            basis=words.content.get("basis", "leu_release"),
            purpose=purpose,
            fields=list(form.content),
            template_sha256=words.sha256,
            pdf_sha256=sha256(made).hexdigest(),
            by_id=actor.person,
            at=moment,
        )
        facts = {**facts_of(form), "recipient": recipient, "basis": row.basis, "sha256": row.pdf_sha256}
        ledger.announce("legal_form.printed", record=form, actor=actor, at=moment, facts=facts)
    return row, made


def facts_of(form: LegalForm) -> dict[str, object]:
    """What is told of a form: its number and the words that it stands under."""
    words = form.template
    return {"form": words.slug, "number": form.number, "language": words.language, "template": words.number}
