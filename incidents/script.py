"""The standard script by short names, for what needs no agency: its questions, levels and natures."""

from incidents.scripting.parts import P1, P2, P3, P4, UNKNOWN
from incidents.scripting.standard import STANDARD

__all__ = ["BY_KEY", "P1", "P2", "P3", "P4", "QUESTIONS", "SAFETY", "START_AND_FLOOR", "UNKNOWN", "VERSION"]

VERSION = STANDARD.version
QUESTIONS, BY_KEY, SAFETY = STANDARD.questions, STANDARD.by_key, STANDARD.safety
START_AND_FLOOR = STANDARD.natures
