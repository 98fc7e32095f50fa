"""What waits for a person, gathered from the apps that know."""

from core.actors import Actor
from core.web.pages import Waiting
from incidents.selectors import waiting_for as in_incidents
from officers.selectors.coverage_waiting import waiting_for as in_coverage
from officers.selectors.shift_waiting import waiting_for as in_shifts
from officers.selectors.training.waiting import waiting_for as in_training
from referrals.selectors import waiting_for as in_referrals


def waiting_for(actor: Actor) -> list[Waiting]:
    """Incidents and records first, since they are now; then referrals; then what readiness asks for."""
    return [*in_incidents(actor), *in_referrals(actor), *in_shifts(actor), *in_training(actor), *in_coverage(actor)]
