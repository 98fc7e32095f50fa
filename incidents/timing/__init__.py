"""Clocks that must not be missed, as pure reckoning: no database, no time of day of its own."""

from incidents.timing.rules import STANDARD, Rule, chosen
from incidents.timing.steps import Step, due, step
from incidents.timing.watch import ENDS, KINDS_OF_PART, RETIMES, STARTS

__all__ = ["ENDS", "KINDS_OF_PART", "RETIMES", "STANDARD", "STARTS", "Rule", "Step", "chosen", "due", "step"]
