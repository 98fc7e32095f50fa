"""The demonstration shows a detention and a restraint whose clocks run."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from incidents.models import Duty, LegalForm, LegalTemplate, SchoolTerm
from incidents.services import duty_sweep


@pytest.mark.django_db
def test_the_demonstration_has_duties_in_progress(settings: Any) -> None:
    settings.DEMO = True
    call_command("demo", "--calls", stdout=StringIO())
    assert LegalTemplate.objects.filter(status="active").count() == 10
    assert SchoolTerm.objects.count() == 4
    kinds = set(Duty.objects.filter(status="open").values_list("kind", flat=True))
    assert {"detention_notice", "restraint_same_day", "restraint_written", "restraint_export"} <= kinds
    form = LegalForm.objects.get()
    assert (form.status, form.content["facility"]) == ("draft", "Mesa Crisis Center")
    assert form.content["restrained"] == "yes"
    assert Duty.objects.get(kind="restraint_same_day").attempts.get().outcome == "no_answer"
    assert duty_sweep.run() >= 0
