"""The cast, and clocks in the middle of a case."""

from datetime import timedelta
from typing import Any

import pytest

from incidents.models import Incident, Timer
from tests.cast import NOON, District, arrived, district, log_call, neighbor

__all__ = ["district", "neighbor"]


def after(minutes: float) -> Any:
    """That many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def running(kind: str, **match: Any) -> Timer:
    """The one open clock of a kind."""
    return Timer.objects.get(kind=kind, ended_at__isnull=True, **match)


@pytest.fixture
def waiting(district: District) -> Incident:
    """A P2 call without a unit, logged at noon."""
    return log_call(district).incident


@pytest.fixture
def welfare(district: District, waiting: Incident) -> Timer:
    """The clock of the CIT officer, who came on scene at noon."""
    arrived(district, waiting)
    return running("welfare")
