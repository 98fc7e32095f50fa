"""An officer on an assignment goes nowhere before it is clear or somebody else has it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from incidents.models import Assignment
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import Officer
from officers.obligations import binds


@binds
def assignments(officer: Officer) -> Iterable[str]:
    """The incidents the officer is on."""
    active = Assignment.objects.filter(officer=officer.pk, status__in=ACTIVE_ASSIGNMENT)
    numbers = active.values_list("incident__number", flat=True)
    return [_("%(unit)s is on %(number)s.") % {"unit": officer.call_sign, "number": number} for number in numbers]
