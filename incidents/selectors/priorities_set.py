"""Whether a priority was set by a person."""

from incidents.models import Incident


def by_hand(incident: Incident) -> bool:
    """Whether the priority that holds now was set by somebody and not by answers."""
    last = incident.priority_trail.order_by("-at", "-created_at").values_list("reason", flat=True).first()
    return bool(last)
