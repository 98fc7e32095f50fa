"""Each service of this area beside its form and its request body."""

from core.web.doors import Door
from core.web.versions import VersionIn
from officers.api import training_in as bodies
from officers.forms import rules as rule_forms
from officers.forms import training as forms
from officers.services import certifications, classes, courses, rules, waivers

# The moves that have a door, by the name they have in a request.
CERTIFICATION_MOVES: dict[str, Door] = {
    "verify": (certifications.verify, forms.VerifyForm, bodies.EmptyIn),
    "refuse": (certifications.refuse, forms.RefuseForm, bodies.RefuseIn),
}
COURSE_MOVES: dict[str, Door] = {
    "change": (courses.change, forms.ChangeCourseForm, bodies.ChangeCourseIn),
    "retire": (courses.retire, forms.RetireForm, bodies.RetireIn),
    "substitute": (courses.substitute, forms.SubstituteForm, bodies.SubstituteIn),
}
RULE_MOVES: dict[str, Door] = {
    "change": (rules.change, rule_forms.ChangeRuleForm, bodies.ChangeRuleIn),
    "end": (rules.end, rule_forms.EndRuleForm, bodies.EndRuleIn),
}
BOOKING_MOVES: dict[str, Door] = {
    "attend": (classes.attend, forms.SeatForm, VersionIn),
    "miss": (classes.miss, forms.SeatForm, VersionIn),
    "cancel": (classes.cancel, forms.SeatForm, VersionIn),
}
DOORS: tuple[Door, ...] = (
    (certifications.add, forms.CompletionForm, bodies.CompletionIn),
    (courses.add, forms.CourseForm, bodies.CourseIn),
    (rules.add, rule_forms.RuleForm, bodies.RuleIn),
    (waivers.grant, rule_forms.WaiverForm, bodies.WaiverIn),
    (classes.plan, forms.ClassForm, bodies.ClassIn),
    (classes.book, forms.BookForm, bodies.BookIn),
    *CERTIFICATION_MOVES.values(),
    *COURSE_MOVES.values(),
    *RULE_MOVES.values(),
    *BOOKING_MOVES.values(),
)
