"""What must be true before a duty ends, a form is signed, words are put in use, or a record is locked."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import BrokenRule
from incidents.duties.answers import empty
from incidents.duties.triggers import trigger, triggers
from officers.models import Officer
from officers.roles import License

# The form that takes somebody's liberty: only these licenses sign it.
SIGNED_BY = {"detention_notice": (License.PEACE_OFFICER.value,)}


def restraint_notices_are_done(record: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """No record is locked while a written notice that it owes is neither done nor explained."""
    kinds = [each.kind for each in triggers() if each.blocks_lock]
    if record.subject.duties.filter(kind__in=kinds, status="open", late_reason="").exists():
        raise BrokenRule(_("The written notice of the restraint is not done yet. Do it, or explain why it is late."))


def is_not_held(duty: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """A parent who is alleged is not told by us."""
    if duty.held_at is not None:
        raise BrokenRule(_("This notice is held because a parent is the alleged person. A supervisor releases it."))


def what_it_asks_is_done(duty: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Nobody ticks off what did not happen; a good-faith effort in vain is explained in words."""
    if not changes.get("effort") and missing(duty):
        raise BrokenRule(_("This is missing: %(what)s.") % {"what": ", ".join(missing(duty))})


def lateness_is_explained(duty: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """What is done after its time says why."""
    if at > duty.due_at and not (changes.get("late_reason") or duty.late_reason):
        text = _("It is past its time. Say why it is late.")
        raise BrokenRule(text, fields={"late_reason": text})


def missing(duty: Any) -> list[str]:
    """What still keeps the duty open, in words."""
    closes = trigger(duty.kind).closes
    found = []
    if closes.form and not duty.forms.filter(status="signed", template__slug=closes.form).exists():
        found.append(str(_("the signed form")))
    elif closes.times and not _stamped(duty, closes.times):
        found.append(str(_("the time when the facility was reached")))
    told = set(duty.attempts.filter(reached_at__isnull=False).values_list("party", flat=True))
    labels = dict(duty.attempts.model._meta.get_field("party").flatchoices)
    found += [str(labels[party]) for party in closes.reached if party not in told]
    done = set(duty.steps_done.values_list("step", flat=True))
    steps = dict(duty.steps_done.model._meta.get_field("step").flatchoices)
    found += [str(steps[step]) for step in closes.steps if step not in done]
    return [*found, str(_("the export"))] if closes.export else found


def _stamped(duty: Any, times: tuple[str, ...]) -> bool:
    named = {f"{name}__isnull": False for name in times}
    return bool(duty.forms.filter(status="signed", **named).exists())


def signer_holds_the_license(form: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """A detention is a peace officer's act, whatever the role is called."""
    require_license(form.template.slug, actor)


def require_license(slug: str, actor: Actor) -> None:
    """Refuse whoever may not write this form."""
    wanted = SIGNED_BY.get(slug)
    held = Officer.objects.filter(user=actor.id, agency=actor.agency_id, active=True, license__in=wanted or ())
    if wanted and not held.exists():
        raise BrokenRule(_("Only a peace officer can detain and sign this form."))


def form_is_complete(form: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """What the form asks is answered."""
    unanswered = empty(form.template.content, form.content)
    if unanswered:
        texts = {each["key"]: _("This is missing.") for each in unanswered}
        labels = ", ".join(each["label"] for each in unanswered)
        raise BrokenRule(_("This is missing: %(what)s.") % {"what": labels}, fields=texts)


def approver_is_not_the_writer(template: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Two people stand behind what is filed in the district's name."""
    if template.written_by_id == actor.id:
        raise BrokenRule(_("You wrote this version, so another supervisor must approve it."))


def begins_today_or_later(template: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """What was signed under other words stays so: new words never reach into the past."""
    begins = changes.get("effective_from")
    if begins is not None and begins < timezone.localdate(at, template.agency.zone):
        text = _("Choose today or a later day.")
        raise BrokenRule(text, fields={"effective_from": text})
