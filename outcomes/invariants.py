"""What must always hold of replays."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from core.invariants import holds
from incidents.models import Incident
from outcomes.models import ReplayedRow


@holds("no replayed row is without its case")
def rows_without_case() -> Iterable[str]:
    """Lines that count as replayed and left nothing."""
    cases = Incident.objects.filter(case_id=OuterRef("case_id"), agency=OuterRef("agency_id"))
    lost = ReplayedRow.objects.filter(~Exists(cases))
    return [f"line {line} of {source[:12]}" for source, line in lost.values_list("source", "line")]
