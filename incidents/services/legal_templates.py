"""The life of a version of a form's words: written, approved by another, in use from a day on."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance
from core.permissions import require
from incidents.duties.words import digest, problems, shipped
from incidents.law_vocabulary import TemplateState
from incidents.models import LegalTemplate
from officers.models import Agency


def install(agency: Agency) -> int:
    """Put in force what comes with the program; what is there already stays as it is."""
    rows = [
        LegalTemplate(
            agency=agency,
            slug=each.slug,
            number=each.number,
            language=each.language,
            title=each.title,
            content=each.content,
            source_note=each.source,
            confirm_with_counsel=each.confirm_with_counsel,
            effective_from=each.effective_from,
            status=TemplateState.ACTIVE,
            sha256=digest(each.content),
        )
        for each in shipped()
    ]
    LegalTemplate.objects.bulk_create(rows, ignore_conflicts=True)
    for row in rows:
        _close_before(agency, row.slug, row.language)
    return len(rows)


def write(
    agency: Agency, *, actor: Actor, based_on: str, title: str, source_note: str = "", at: datetime | None = None
) -> LegalTemplate:
    """Begin a draft with the words of an earlier version, named by its key."""
    moment = at or clock.now()
    require(actor, "legal_template.write", LegalTemplate(agency=agency))
    before = LegalTemplate.objects.filter(agency=agency, pk=based_on).first()
    if before is None:
        raise BrokenRule(_("There is no such version."), fields={"based_on": _("Choose one of the versions.")})
    same = LegalTemplate.objects.filter(agency=agency, slug=before.slug, language=before.language)
    last = same.order_by("-number").values_list("number", flat=True).first() or 0
    draft = LegalTemplate(
        agency=agency,
        slug=before.slug,
        language=before.language,
        number=last + 1,
        title=title,
        source_note=source_note,
        content=before.content,
        written_by_id=actor.person,
    )
    with transaction.atomic():
        _create(draft)
        ledger.announce("legal_template.written", record=draft, actor=actor, at=moment, facts=_facts(draft))
    return draft


def _create(draft: LegalTemplate) -> None:
    try:
        with transaction.atomic():
            draft.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(_("Somebody else began a version a moment ago. Look at the list again.")) from error


def revise(
    template: LegalTemplate,
    *,
    actor: Actor,
    expected_version: int | None,
    title: str,
    source_note: str,
    confirm_with_counsel: bool,
    content: Mapping[str, Any],
    at: datetime | None = None,
) -> LegalTemplate:
    """Save a draft that can be drawn; whoever changed it last counts as its writer."""
    _require_sound(content)
    return advance(
        template,
        "revise",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts=_facts(template),
        title=title,
        source_note=source_note,
        confirm_with_counsel=confirm_with_counsel,
        content=content,
        written_by_id=actor.person,
    )


def _require_sound(content: Any) -> None:
    found = problems(content)
    if found:
        text = _("Not understood: %(where)s.") % {"where": ", ".join(found[:20])}
        raise BrokenRule(_("The words have mistakes."), fields={"content": text})


def approve(
    template: LegalTemplate, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> LegalTemplate:
    """Freeze the words that the approver has read."""
    require(actor, "legal_template.approve", template)
    _require_sound(template.content)
    sha = digest(template.content)
    return advance(
        template,
        "approve",
        actor=actor,
        expected_version=template.version if expected_version is None else expected_version,
        at=at or clock.now(),
        facts={**_facts(template), "sha256": sha},
        sha256=sha,
        approved_by_id=actor.person,
    )


def activate(
    template: LegalTemplate,
    *,
    actor: Actor,
    expected_version: int | None,
    effective_from: date,
    at: datetime | None = None,
) -> LegalTemplate:
    """Put it in use from a day on; the version before ends the day before."""
    moment = at or clock.now()
    facts = {**_facts(template), "effective_from": str(effective_from)}
    try:
        with transaction.atomic():
            found = advance(
                template,
                "activate",
                actor=actor,
                expected_version=expected_version,
                at=moment,
                facts=facts,
                effective_from=effective_from,
            )
            _close_before(template.agency, template.slug, template.language)
    except IntegrityError as error:
        text = _("Another version begins on that day.")
        raise Conflict(text, fields={"effective_from": text}) from error
    return found


def withdraw(
    template: LegalTemplate, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> LegalTemplate:
    """Give up a version that was never in use."""
    moment, facts = at or clock.now(), _facts(template)
    return advance(template, "withdraw", actor=actor, expected_version=expected_version, at=moment, facts=facts)


def today(agency: Agency, at: datetime) -> date:
    """The day on the wall of the agency."""
    return timezone.localdate(at, agency.zone)


def _close_before(agency: Agency, slug: str, language: str) -> None:
    """Each version in use ends the day before the next one begins."""
    rows = LegalTemplate.objects.filter(agency=agency, slug=slug, language=language, status=TemplateState.ACTIVE)
    following: date | None = None
    for row in rows.order_by("-effective_from"):
        row.effective_to = following - timedelta(days=1) if following else None
        row.save(update_fields=["effective_to"])
        following = row.effective_from


def _facts(template: LegalTemplate) -> dict[str, object]:
    return {"form": template.slug, "number": template.number, "language": template.language, "sha256": template.sha256}
