"""What the call form shows, as plain values."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from core import clock
from core.actors import Actor
from incidents import intake_typed
from incidents.intake_forms import IntakeForm, PersonForm
from incidents.intake_script import asked
from incidents.models import Draft
from incidents.scripting import Script
from incidents.selectors import intake as selector
from incidents.selectors import scripts
from incidents.selectors.intake_where import filled
from incidents.views.intake_advice import Call, advice
from officers.views.places import told


def panel(actor: Actor, chosen: UUID | None = None, ringing: str = "") -> dict[str, Any]:
    """The whole panel: the open calls as tabs, and the form of the chosen one. `ringing` is a telephone to be taken."""
    found = selector.drafts(actor)
    draft = next((one for one in found if one.pk == chosen), found[0] if found else None)
    return taking(actor, draft, found, ringing=ringing)


def taking(
    actor: Actor,
    draft: Draft | None,
    found: list[Draft] | None = None,
    form: IntakeForm | None = None,
    typed: Mapping[str, Any] | None = None,
    ringing: str = "",
) -> dict[str, Any]:
    """One call being taken. A `form` that was refused is shown with what was typed in it."""
    at, script, codes = clock.now(), scripts.active(actor.agency_id), selector.codes(actor)
    typed = typed if typed is not None else draft.typed if draft else {}
    said = advice(Call(actor, draft, typed, script, codes, at)) if draft else None
    return {
        **fields(actor, draft, typed, script, form),
        "tabs": tabs(selector.drafts(actor) if found is None else found, draft),
        "new_key": uuid4(),
        "at": at,
        "codes": codes,
        "advice": said,
        "about": told(actor, said["place"].key).get("about") if said and said["place"] else None,
        "blank": fields(actor, None, filled(actor, {"extension": ringing} if ringing else {}), script, None),
    }


def fields(
    actor: Actor, draft: Draft | None, typed: Mapping[str, Any], script: Script, form: IntakeForm | None
) -> dict[str, Any]:
    """What the form itself is drawn from; everything else follows from what is typed."""
    key = {"client_key": draft.client_key} if draft else {}
    return {
        "draft": draft,
        "typed": typed,
        "form": form or IntakeForm(actor=actor, script=script, initial={**typed, **key}),
        "questions": asked({name: value for name, value in typed.items() if isinstance(value, str)}, script),
        "people": people(typed),
        "spare": _person(1, {}),
    }


def people(typed: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A row of fields for each person, and one for somebody not yet named."""
    return [_person(number, one) for number, one in enumerate(intake_typed.subjects(typed))]


def _person(number: int, known: Mapping[str, str]) -> dict[str, Any]:
    form = PersonForm(initial=dict(known), prefix=f"subject-{number}", auto_id="intake_%s")
    return {"number": number, "form": form}


def tabs(found: list[Draft], current: Draft | None) -> list[dict[str, Any]]:
    """The calls that are being taken, each with the key that leads to it."""
    return [
        {
            "id": one.pk,
            "number": number + 1,
            "since": one.answered_at,
            "current": one.pk == getattr(current, "pk", None),
        }
        for number, one in enumerate(found)
    ]


def advised(actor: Actor, draft: Draft, at: datetime | None = None) -> dict[str, Any]:
    """What is said beside the form, without the form: drawn again whenever something was saved."""
    script, codes = scripts.active(actor.agency_id), selector.codes(actor)
    moment = at or clock.now()
    return {
        "draft": draft,
        "at": moment,
        "advice": advice(Call(actor, draft, draft.typed, script, codes, moment)),
        "form": IntakeForm(actor=actor, script=script, initial=draft.typed),
    }


def first(actor: Actor, draft: Draft, typed: Mapping[str, Any]) -> list[str]:
    """The key of the unit that is recommended first, where there is one."""
    call = Call(actor, draft, typed, scripts.active(actor.agency_id), selector.codes(actor), clock.now())
    found = advice(call).get("first")
    return [str(found)] if found else []
