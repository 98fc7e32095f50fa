"""Services of duties that the law sets, their clocks and forms beside their forms and bodies."""

from core.web.doors import Door
from core.web.versions import VersionForm, VersionIn
from incidents import law_forms as pages
from incidents import law_office_forms as office
from incidents.api import law_bodies as bodies
from incidents.services import duties, duty_steps, legal_forms, legal_templates, restraint_exports, school_days

DUTY_MOVES: dict[str, Door] = {
    "satisfy": (duties.satisfy, pages.SatisfyForm, bodies.SatisfyIn),
    "explain": (duties.explain, pages.ExplainForm, bodies.ExplainIn),
    "waive": (duties.waive, pages.WaiveForm, bodies.WaiveIn),
    "release": (duties.release, pages.ReleaseForm, bodies.ReleaseIn),
}
FORM_MOVES: dict[str, Door] = {
    "sign": (legal_forms.sign, pages.SignForm, bodies.SignIn),
    "stamp": (legal_forms.stamp, pages.StampForm, bodies.StampIn),
}
TEMPLATE_MOVES: dict[str, Door] = {
    "approve": (legal_templates.approve, VersionForm, VersionIn),
    "activate": (legal_templates.activate, office.ActivateForm, bodies.ActivateIn),
    "withdraw": (legal_templates.withdraw, VersionForm, VersionIn),
}
DOORS: tuple[Door, ...] = (
    (duty_steps.attempt, pages.AttemptForm, bodies.AttemptIn),
    (duty_steps.step, pages.StepForm, bodies.StepIn),
    (legal_forms.begin, pages.BeginFormForm, bodies.BeginFormIn),
    (legal_forms.hand_out, pages.HandOutForm, bodies.HandOutIn),
    (legal_templates.write, office.TemplateDraftForm, bodies.TemplateDraftIn),
    (legal_templates.revise, office.TemplateReviseForm, bodies.TemplateReviseIn),
    (school_days.add_term, office.TermForm, bodies.TermIn),
    (school_days.add_day, office.DayForm, bodies.DayIn),
    (school_days.withdraw, office.EmptyForm, bodies.EmptyIn),
    (restraint_exports.make, office.ExportForm, bodies.ExportIn),
    *DUTY_MOVES.values(),
    *FORM_MOVES.values(),
    *TEMPLATE_MOVES.values(),
)
