"""The cases that a version is tried with, and what would change."""

from dataclasses import dataclass

from core.actors import Actor
from core.permissions import visible
from incidents.models import Answer, Incident, Script
from incidents.scripting import content, dryrun
from incidents.selectors import scripts

# The last assessed incidents that a dry run looks at.
RECENT = 200


@dataclass(frozen=True, slots=True)
class Trial:
    """A dry run: how many cases, which of the real ones and which of the fixed ones come out differently."""

    cases: int
    against: int
    real: list[dryrun.Difference]
    fixed: list[dryrun.Difference]

    @property
    def changed(self) -> list[dryrun.Difference]:
        """Every case that comes out differently."""
        return [*self.real, *self.fixed]


def trial(actor: Actor, script: Script) -> Trial:
    """Run a version beside the one in use. Only incidents that exist for the actor are looked at."""
    old = scripts.active(script.agency_id)
    new = content.read(script.content, script.number)
    recent, fixed = assessed(actor), dryrun.table()
    return Trial(
        cases=len(recent) + len(fixed),
        against=old.version,
        real=dryrun.compare(old, new, recent),
        fixed=dryrun.compare(old, new, fixed),
    )


def assessed(actor: Actor) -> list[dryrun.Case]:
    """The last assessed incidents with the answers that count, in two statements."""
    rows = visible(Incident.objects.filter(triaged_at__isnull=False), actor).order_by("-triaged_at")[:RECENT]
    incidents = list(rows.values_list("pk", "number", "nature"))
    answers: dict[object, dict[str, str]] = {}
    given = Answer.objects.filter(call=None, incident__in=[pk for pk, _number, _nature in incidents])
    latest = given.order_by("incident", "question", "-at", "-created_at").distinct("incident", "question")
    for incident, question, value in latest.values_list("incident", "question", "value"):
        answers.setdefault(incident, {})[question] = value
    return [dryrun.Case(number, nature, answers.get(pk, {})) for pk, number, nature in incidents]
