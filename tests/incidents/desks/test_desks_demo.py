"""The demonstration's dispatch room: people sit at desks, and their calls belong there."""

from io import StringIO

import pytest
from django.core.management import call_command

from incidents.models import Desk, DeskTurn, Incident, LogEntry, Timer


@pytest.mark.django_db
def test_the_demonstration_has_desks_people_at_them_and_running_clocks() -> None:
    call_command("demo", "--calls", stdout=StringIO())
    seated = DeskTurn.objects.filter(ended_at__isnull=True)
    assert (Desk.objects.count(), seated.count(), LogEntry.objects.count()) == (3, 2, 2)
    assert DeskTurn.objects.get(signed_off=True).note
    assert not Incident.objects.filter(desk__isnull=True).exists()
    assert Timer.objects.filter(kind="welfare", ended_at__isnull=True).exists()
    assert Timer.objects.filter(kind="waiting", ended_at__isnull=True).exists()
