"""Each service of this area beside its form and its request body."""

from core.web.doors import Door
from core.web.versions import VersionForm, VersionIn
from officers.api.coverage_in import ChangeRuleIn, ChangeZoneIn, LimitsIn, RuleIn, ZoneIn
from officers.forms.coverage import ChangeRuleForm, ChangeZoneForm, LimitsForm, RuleForm, ZoneForm
from officers.services import minimums, roster_policy, zones

# The buttons of a rule.
TURNS: dict[str, Door] = {
    "stop": (minimums.stop, VersionForm, VersionIn),
    "resume": (minimums.resume, VersionForm, VersionIn),
}
DOORS: tuple[Door, ...] = (
    (minimums.add, RuleForm, RuleIn),
    (minimums.change, ChangeRuleForm, ChangeRuleIn),
    (zones.add, ZoneForm, ZoneIn),
    (zones.change, ChangeZoneForm, ChangeZoneIn),
    (roster_policy.set_limits, LimitsForm, LimitsIn),
    *TURNS.values(),
)
