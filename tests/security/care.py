"""A response plan that waits for approval and a suggestion for it, for the walk over every route."""

from uuid import UUID, uuid4

from incidents.models import PlanSuggestion
from tests.cast import NOON, District
from tests.incidents.care.plans import stored


def stage(district: District) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address."""
    plan = stored(
        district,
        student="S-77",
        status="submitted",
        written_by_id=district.cit_officer.user_id,
        campus=district.campus,
    )
    made = PlanSuggestion.objects.create(
        agency=district.campus.agency,
        plan=plan,
        kind="helps",
        text="Counting together",
        by_id=district.other_officer.user_id,
        at=NOON,
        client_key=uuid4(),
    )
    return {"response-plans": plan.pk, "plan-suggestions": made.pk}
