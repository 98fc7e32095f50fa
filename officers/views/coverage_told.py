"""Saying, beside the success of a change of shifts, what gap it opens."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.utils.translation import gettext as _

from core.web.request import ActorRequest
from officers.models import Shift
from officers.planning.spans import Span
from officers.selectors import coverage


@dataclass(frozen=True, slots=True)
class Lookout:
    """What was uncovered before the change; `tell` after it."""

    request: ActorRequest
    watch: coverage.Watch | None

    def tell(self) -> None:
        """A warning for each gap that the change has opened."""
        if self.watch:
            _say(self.request, self.watch.opened())


def lookout(request: ActorRequest, shift: Shift) -> Lookout:
    """Look before a shift is changed; a page that is only read looks at nothing."""
    if request.method != "POST":
        return Lookout(request, None)
    return Lookout(request, coverage.watch(request.actor, Span(shift.starts_at, shift.ends_at)))


def tell_of_plan(request: ActorRequest, made: Shift) -> None:
    """A warning where one more who is not certified lowers a share below what is asked."""
    _say(request, coverage.opened_by_plan(made))


def _say(request: ActorRequest, sentences: Iterable[str]) -> None:
    for sentence in sentences:
        messages.warning(request, _("This opens a gap: %(gap)s") % {"gap": sentence})
