"""The life of a version of the script: written, tried beside the one in use, approved by another, used, retired."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance
from core.permissions import require
from incidents.console_vocabulary import ScriptState
from incidents.models import Script
from incidents.scripting import STANDARD
from incidents.scripting.checking import problems
from incidents.scripting.content import digest
from incidents.scripting.content import write as written
from incidents.selectors import script_trials
from officers.models import Agency


def write(
    agency: Agency, *, actor: Actor, title: str, based_on: int = STANDARD.version, at: datetime | None = None
) -> Script:
    """Begin a draft with the words of an earlier version; 1 is the standard of the program."""
    moment = at or clock.now()
    require(actor, "script.write", Script(agency=agency))
    rows = Script.objects.filter(agency=agency)
    content = _content(rows.filter(number=based_on).first(), based_on)
    last = rows.order_by("-number").values_list("number", flat=True).first() or STANDARD.version
    draft = Script(agency=agency, number=last + 1, title=title, content=content, written_by_id=actor.person)
    with transaction.atomic():
        _create(draft)
        ledger.announce("script.written", record=draft, actor=actor, at=moment, facts={"number": draft.number})
    return draft


def _content(row: Script | None, number: int) -> Any:
    if row is not None:
        return row.content
    if number != STANDARD.version:
        raise BrokenRule(_("There is no such version."), fields={"based_on": _("Choose one of the versions.")})
    return written(STANDARD)


def _create(draft: Script) -> None:
    try:
        with transaction.atomic():
            draft.save(force_insert=True)
    except IntegrityError as error:
        # Two people began a version in the same second: the database keeps the first number.
        raise Conflict(_("Somebody else began a version a moment ago. Look at the list again.")) from error


def revise(
    script: Script,
    *,
    actor: Actor,
    expected_version: int | None,
    title: str,
    content: Mapping[str, Any],
    at: datetime | None = None,
) -> Script:
    """Save a draft that can be asked; whoever changed it last counts as its writer."""
    require_sound(content)
    return advance(
        script,
        "revise",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts={"number": script.number},
        title=title,
        content=content,
        written_by_id=actor.person,
    )


def require_sound(content: Any) -> None:
    """Refuse with every mistake and its place."""
    found = problems(content)
    if found:
        text = "; ".join(f"{problem.where}: {problem.text}" for problem in found[:20])
        raise BrokenRule(_("The script has mistakes."), fields={"content": text})


def try_out(script: Script, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Script:
    """Run it beside the version in use, and keep that exactly these words were tried."""
    require(actor, "script.try", script)
    require_sound(script.content)
    trial = script_trials.trial(actor, script)
    sha = digest(script.content)
    facts = {"number": script.number, "sha256": sha, "cases": trial.cases, "changed": len(trial.changed)}
    return advance(
        script,
        "try",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts=facts,
        tried_sha256=sha,
    )


def approve(script: Script, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Script:
    """Freeze the words. The hash is of the words that the approver read: a later draft is refused by its version."""
    require(actor, "script.approve", script)
    require_sound(script.content)
    sha = digest(script.content)
    return advance(
        script,
        "approve",
        actor=actor,
        expected_version=script.version if expected_version is None else expected_version,
        at=at or clock.now(),
        facts={"number": script.number, "sha256": sha},
        sha256=sha,
        approved_by_id=actor.person,
    )


def activate(script: Script, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Script:
    """Put it in use from the next question on; the one before is retired in the same moment."""
    moment = at or clock.now()
    require(actor, "script.activate", script)
    with transaction.atomic():
        before = Script.objects.filter(agency_id=script.agency_id, status=ScriptState.ACTIVE).first()
        if before is not None:
            advance(before, "retire", actor=actor, expected_version=None, at=moment, facts={"number": before.number})
        was = before.number if before else STANDARD.version
        facts = {"number": script.number, "was": was}
        return advance(script, "activate", actor=actor, expected_version=expected_version, at=moment, facts=facts)


def retire(script: Script, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Script:
    """Take a version out of use; without one in use the standard is asked."""
    return advance(
        script,
        "retire",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts={"number": script.number},
    )
