"""The dispatcher's script as data: its parts, its standard version, and what follows from answers."""

from incidents.scripting.parts import TRIGGERS, UNKNOWN, Choice, Helper, Question, Rule, Script, Texts, Words
from incidents.scripting.reading import fast_path, in_order
from incidents.scripting.standard import STANDARD

__all__ = [
    "STANDARD",
    "TRIGGERS",
    "UNKNOWN",
    "Choice",
    "Helper",
    "Question",
    "Rule",
    "Script",
    "Texts",
    "Words",
    "fast_path",
    "in_order",
]
