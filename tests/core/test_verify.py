"""`manage.py verify` passes on a sound database and names what is broken."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from incidents.models import Incident
from tests.cast import District, filed


def test_verify_passes_after_a_case_and_names_an_incident_closed_without_its_record(district: District) -> None:
    record = filed(district)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    sound = StringIO()
    call_command("verify", stdout=sound)
    assert "invariants hold" in sound.getvalue()
    Incident.objects.update(status="closed", closed_at=record.submitted_at)
    type(record).objects.update(status="draft")
    broken = StringIO()
    with pytest.raises(CommandError):
        call_command("verify", stdout=broken)
    assert Incident.objects.get().number in broken.getvalue()
