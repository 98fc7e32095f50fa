"""Welfare checks and other clocks: services beside forms and bodies."""

from core.web.doors import Door
from incidents import timers_forms as pages
from incidents.api import timer_bodies as bodies
from incidents.services import timer_rules, timers

DOORS: tuple[Door, ...] = (
    (timers.answer, pages.AnswerForm, bodies.AnswerIn),
    (timers.acknowledge, pages.AcknowledgeForm, bodies.AcknowledgeIn),
    (timer_rules.add, pages.RuleForm, bodies.RuleIn),
    (timer_rules.change, pages.ChangeRuleForm, bodies.ChangeRuleIn),
)
