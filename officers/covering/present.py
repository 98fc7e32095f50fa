"""From the plan to what is: from this instant on, who is on the clock counts, and who is not there does not.

A shift that should be running counts only for somebody who is clocked in, until its end. Somebody on the clock without
a running shift counts as what their license makes them, at their home campus, for as long as they stay on the clock.
Shifts that begin later count as planned.
"""

from collections.abc import Iterator
from dataclasses import replace

from officers.covering.facts import Person, Work
from officers.planning.spans import Span
from officers.roles import License
from officers.vocabulary import Position

WORKS_AS = {
    License.PEACE_OFFICER.value: Position.PATROL.value,
    License.TELECOMMUNICATOR.value: Position.DISPATCH.value,
    License.SECURITY_COMMISSIONED.value: Position.SECURITY.value,
    License.SECURITY.value: Position.SECURITY.value,
}


def present(person: Person, window: Span, *, clocked_in: bool) -> Person:
    """The person as they count in a window that begins now."""
    return replace(person, work=tuple(_works(person, window, clocked_in)))


def _works(person: Person, window: Span, clocked_in: bool) -> Iterator[Work]:
    now = window.starts_at
    running = [work for work in person.work if work.span.starts_at <= now < work.span.ends_at]
    yield from (work for work in person.work if work.span.starts_at > now)
    if not clocked_in:
        return
    yield from (replace(work, span=Span(now, work.span.ends_at)) for work in running)
    position = WORKS_AS.get(person.license)
    if not running and position:
        yield Work(position, window, person.group)
