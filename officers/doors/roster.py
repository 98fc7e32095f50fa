"""Each service of this area beside its form and its request body."""

from core.web.doors import Door
from officers.api import roster_in as bodies
from officers.forms import roster as forms
from officers.services import employment, restrictions, roster

MOVES: dict[str, Door] = {
    "deactivate": (employment.deactivate, forms.DeactivateForm, bodies.DeactivateIn),
    "reactivate": (employment.reactivate, forms.ReactivateForm, bodies.ReactivateIn),
}
DOORS: tuple[Door, ...] = (
    (roster.enroll, forms.PersonForm, bodies.PersonIn),
    (roster.update, forms.ChangePersonForm, bodies.ChangePersonIn),
    (roster.photograph, forms.PhotoForm, bodies.PhotoIn),
    (restrictions.restrict, forms.RestrictForm, bodies.RestrictIn),
    (restrictions.lift, forms.NothingForm, bodies.NothingIn),
    *MOVES.values(),
)
