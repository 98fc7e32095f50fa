"""Who hears what: topics of the whole agency by permission, topics of one person by being that person."""

from collections.abc import Mapping
from uuid import UUID

from core.actors import Actor
from core.errors import Undeclared
from core.permissions import RULES

END = "end"
# Topic -> the permission whose roles hear of every change of that kind in their agency.
TOPICS: dict[str, str] = {}


def declare(topics: Mapping[str, str]) -> None:
    """Add an app's topics; the same topic declared twice is a mistake."""
    twice = TOPICS.keys() & topics.keys()
    if twice or END in topics:
        raise Undeclared(f"declared twice, or reserved: {sorted(twice) or END}")
    TOPICS.update(topics)


def heard_by(actor: Actor) -> frozenset[str]:
    """The topics of the whole agency that this actor hears."""
    return frozenset(topic for topic, code in TOPICS.items() if _holds(actor, code))


def of_agency(agency: UUID) -> str:
    """The channel that those of the agency hear whose role allows the topic."""
    return f"agency:{agency}"


def of_person(person: UUID) -> str:
    """The channel that one person hears."""
    return f"person:{person}"


def of_session(digest: str) -> str:
    """The channel that says that a log-in has ended."""
    return f"session:{digest}"


def _holds(actor: Actor, code: str) -> bool:
    if code not in RULES:
        raise Undeclared(f"no rule for {code}")
    return any(actor.holds(*grant.roles) for grant in RULES[code])
