"""Whether two descriptions may be of one person, with reasons. It suggests; it never links and never merges."""

from incidents.matching.compare import compare
from incidents.matching.facts import Facts
from incidents.matching.result import Band, Match, Sign

__all__ = ["Band", "Facts", "Match", "Sign", "compare"]
