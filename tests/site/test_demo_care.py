"""The demonstration shows response plans in use and expired, notes with a correction, and a second call."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from core import clock
from incidents.models import Incident, IncidentNote, PlanSuggestion, ResponsePlan
from incidents.selectors import family
from incidents.selectors.plans_of_care import guidance

pytestmark = pytest.mark.django_db


def test_the_calls_in_progress_come_with_plans_notes_and_a_second_call(settings) -> None:
    settings.DEMO = True
    call_command("demo", "--calls", verbosity=0)
    today = timezone.localdate(clock.now())
    crisis = Incident.objects.get(nature="behavioral_disability_crisis", status="dispatched")
    said = guidance(family.people(family.members(crisis)), today)
    assert [one.caution for one in said.values()] == ["Do not touch or block the way out"]
    assert ResponsePlan.objects.filter(expires_on__lte=today).count() == 1
    assert IncidentNote.objects.exclude(corrects=None).exists()
    assert Incident.objects.get(nature="suicidal_ideation", status="dispatched").calls.count() == 2
    states = list(ResponsePlan.objects.values_list("status", flat=True).order_by("status"))
    assert states == ["approved", "approved", "expired", "submitted"]
    assert PlanSuggestion.objects.filter(status="open").count() == 1
