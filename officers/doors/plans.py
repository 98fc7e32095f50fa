"""Floor plans: services beside forms and bodies."""

from core.web.doors import Door
from core.web.versions import VersionForm, VersionIn
from officers.api import plans_in as bodies
from officers.forms import plans as forms
from officers.services import outlines, plans

# The buttons of a plan.
TURNS: dict[str, Door] = {
    "withdraw": (plans.withdraw, VersionForm, VersionIn),
    "resume": (plans.resume, VersionForm, VersionIn),
}
# What a program does to a plan by name.
MOVES: dict[str, Door] = {
    "place": (plans.place, forms.ShapeForm, bodies.ShapeIn),
    "erase": (plans.erase, forms.EraseForm, bodies.EraseIn),
    "restore": (plans.restore, forms.RestoreForm, bodies.RestoreIn),
    **TURNS,
}
DOORS: tuple[Door, ...] = (
    (plans.add, forms.AddPlanForm, bodies.AddPlanIn),
    (plans.draw, forms.DrawForm, bodies.DrawIn),
    (plans.set_background, forms.BackgroundForm, bodies.BackgroundIn),
    (outlines.draw, forms.OutlineForm, bodies.OutlineIn),
    *MOVES.values(),
)
