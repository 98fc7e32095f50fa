"""Which nature is meant by a code or by words: stated rules over the agency's own list, without a database."""

from incidents.nature_hints.match import Alarm, Code, Hint, alarms, exact, suggest

__all__ = ["Alarm", "Code", "Hint", "alarms", "exact", "suggest"]
