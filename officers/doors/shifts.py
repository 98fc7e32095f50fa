"""Each service of this area beside its form and its request body."""

from core.web.doors import Door
from core.web.versions import VersionForm, VersionIn
from officers.api import shifts_in as bodies
from officers.forms import rotations as patterns
from officers.forms import shifts as forms
from officers.services import covers, duty, generation, leave, rotations, shifts, templates

SHIFT_MOVES: dict[str, Door] = {
    "change": (shifts.change, forms.ChangeShiftForm, bodies.ChangeShiftIn),
    "hand_over": (shifts.hand_over, forms.HandOverForm, bodies.HandOverIn),
    "cancel": (shifts.cancel, VersionForm, VersionIn),
}
COVER_MOVES: dict[str, Door] = {
    "accept": (covers.accept, VersionForm, VersionIn),
    "approve": (covers.approve, forms.ApproveCoverForm, bodies.ApproveCoverIn),
    "decline": (covers.decline, VersionForm, VersionIn),
    "withdraw": (covers.withdraw, VersionForm, VersionIn),
}
LEAVE_MOVES: dict[str, Door] = {
    "approve": (leave.approve, VersionForm, VersionIn),
    "decline": (leave.decline, VersionForm, VersionIn),
    "withdraw": (leave.withdraw, VersionForm, VersionIn),
}
CLOCK_MOVES: dict[str, Door] = {
    "clock_in": (duty.clock_in, forms.ClockForm, bodies.ClockIn),
    "clock_out": (duty.clock_out, forms.ClockForm, bodies.ClockIn),
}
DOORS: tuple[Door, ...] = (
    (shifts.plan, forms.PlanForm, bodies.PlanIn),
    (covers.ask, forms.AskCoverForm, bodies.AskCoverIn),
    (leave.ask, forms.AskLeaveForm, bodies.AskLeaveIn),
    (duty.set_status, forms.StatusForm, bodies.StatusIn),
    (duty.correct, forms.CorrectForm, bodies.CorrectIn),
    (templates.make, patterns.TemplateForm, bodies.TemplateIn),
    (templates.change, patterns.ChangeTemplateForm, bodies.ChangeTemplateIn),
    (rotations.make, patterns.RotationForm, bodies.RotationIn),
    (rotations.change, patterns.ChangeRotationForm, bodies.ChangeRotationIn),
    (rotations.join, patterns.JoinForm, bodies.JoinIn),
    (rotations.leave, patterns.LeaveRotationForm, bodies.LeaveRotationIn),
    (generation.generate, patterns.GenerateForm, bodies.GenerateIn),
    *SHIFT_MOVES.values(),
    *COVER_MOVES.values(),
    *LEAVE_MOVES.values(),
    *CLOCK_MOVES.values(),
)
