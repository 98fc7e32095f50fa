"""A tablet that gets its first key while a call is logged: neither waits for the other."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from core import clock
from incidents.models import SealingKey
from incidents.services import tablet_keys
from incidents.tablet import sealing
from tests.cast import District, district, log_call

__all__ = ["district"]

LOCKED = re.compile(r"\bAgency\.objects\.(?:\w+\(.*?\)\.)*select_for_update\((?P<how>[^\n]*)")


def logged(district: District) -> str:
    """A call logged over a connection of its own, which gives up after ten seconds of waiting."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '10s'")
        return log_call(district, at=clock.now()).incident.status
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_call_is_logged_while_a_tablet_is_given_its_first_key(
    district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh, beside = sealing.fresh_pair, []

    def meanwhile() -> object:
        with ThreadPoolExecutor(1) as pool:
            beside.append(pool.submit(logged, district).result())
        return fresh()

    monkeypatch.setattr(sealing, "fresh_pair", meanwhile)
    tablet_keys.current(district.dispatcher.agency_id, clock.now())
    assert beside == ["received"]
    assert SealingKey.objects.count() == 1


def test_nobody_locks_an_agency_against_the_rows_that_name_it() -> None:
    sources = Path(settings.BASE_DIR).glob("*/services/*.py")
    found = [hit["how"] for path in sources for hit in LOCKED.finditer(path.read_text())]
    assert len(found) >= 6
    assert [how for how in found if "no_key=True" not in how] == []
