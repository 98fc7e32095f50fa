"""Response plans: services beside forms and bodies."""

from core.web.doors import Door
from incidents import care_forms as pages
from incidents.api import care_bodies as bodies
from incidents.services import care, plan_cards, plan_views, plans_of_care

PLAN_MOVES: dict[str, Door] = {
    "revise": (plans_of_care.revise, pages.PlanForm, bodies.PlanIn),
    "submit": (plans_of_care.submit, pages.MoveForm, bodies.MoveIn),
    "send_back": (plans_of_care.send_back, pages.ReturnForm, bodies.ReturnIn),
    "approve": (plans_of_care.approve, pages.ApproveForm, bodies.ApproveIn),
    "withdraw": (plans_of_care.withdraw, pages.MoveForm, bodies.MoveIn),
    "retire": (plans_of_care.retire, pages.MoveForm, bodies.MoveIn),
}
SUGGESTION_MOVES: dict[str, Door] = {
    "accept": (care.accept, pages.ReplyForm, bodies.ReplyIn),
    "decline": (care.decline, pages.ReplyForm, bodies.ReplyIn),
}
DOORS: tuple[Door, ...] = (
    (plans_of_care.begin, pages.BeginForm, bodies.BeginIn),
    *PLAN_MOVES.values(),
    *SUGGESTION_MOVES.values(),
    (care.suggest, pages.SuggestForm, bodies.SuggestIn),
    (plan_views.open_plan, pages.ReasonForm, bodies.ReasonIn),
    (plan_cards.print_card, pages.CardForm, bodies.CardIn),
)
