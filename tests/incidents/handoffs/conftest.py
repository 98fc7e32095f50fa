"""The cast, for the tests of this folder."""

from incidents.models import Handoff, Incident
from incidents.services import assessments, handoffs
from tests.cast import CALM, NOON, District, district, log_call, neighbor

__all__ = ["assessed", "called", "district", "neighbor"]


def assessed(district: District, **answers: str) -> Incident:
    """A call that was assessed; calm where nothing else is said."""
    incident = log_call(district, nature="panic_anxiety").incident
    return assessments.assess(
        incident, actor=district.dispatcher, expected_version=None, answers={**CALM, **answers}, at=NOON
    )


def called(district: District, destination: str = "lifeline_988", incident: Incident | None = None) -> Handoff:
    """Somebody who is being called."""
    case = incident or assessed(district)
    return handoffs.start(case, actor=district.dispatcher, destination=destination, at=NOON)
