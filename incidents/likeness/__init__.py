"""Whether a new call is about an incident that dispatch knows already, and why. Pure: no clock, no database."""

from incidents.likeness.compare import compare, most_like
from incidents.likeness.facts import Heard, Known, Person
from incidents.likeness.result import Like, Sign

__all__ = ["Heard", "Known", "Like", "Person", "Sign", "compare", "most_like"]
