"""The command line: what a typed line can mean. Pure: no clock, no database, no request."""

from incidents.commanding.grammar import read
from incidents.commanding.result import Read, Reading
from incidents.commanding.world import KnownIncident, KnownNature, KnownPlace, KnownUnit, World

__all__ = ["KnownIncident", "KnownNature", "KnownPlace", "KnownUnit", "Read", "Reading", "World", "read"]
