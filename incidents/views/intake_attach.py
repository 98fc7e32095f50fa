"""A call that is about a known incident: the form goes to it instead of opening another."""

from typing import get_type_hints
from uuid import UUID

from django.utils.translation import gettext as _

from core.actors import Actor
from core.errors import BrokenRule
from core.web import pages
from incidents.intake_forms import IntakeForm
from incidents.models import Call
from incidents.selectors import incidents
from incidents.services import duplicates
from incidents.services.duplicate_rows import Told

# What a call brings with it; where it is and who goes is the incident's own.
TOLD = frozenset(get_type_hints(Told))


def attempt(form: IntakeForm, actor: Actor, to: str) -> Call | None:
    """Add the call to the incident; what would only matter for one of its own is not asked for."""
    try:
        incident = incidents.one(actor, UUID(to))
    except ValueError as error:
        raise BrokenRule(_("Choose one of the incidents offered.")) from error
    form.is_valid()
    for name in set(form.errors) - (TOLD - {"nature"}):
        del form.errors[name]
    told = {name: form.cleaned_data.get(name, "") for name in TOLD}
    key = form.cleaned_data["client_key"]
    return pages.attempt(form, lambda: duplicates.attach(incident, actor=actor, client_key=key, **told))
