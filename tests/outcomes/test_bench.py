"""The measurement uses a database of its own, and says plainly what was kept and what was missed."""

import os
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from outcomes.bench import probes, scratch, table
from outcomes.bench.measure import Probe

MINE = f"SELECT datname FROM pg_database WHERE datname = '{scratch.name_of(os.getpid())}'"


def _probe(name: str, ms: float, **limits: Any) -> Probe:
    return Probe(name, lambda: None, times=[ms / 1000], **limits)


def test_it_measures_in_a_database_of_its_own_keeps_the_statement_limits_and_leaves_nothing(
    django_db_setup: None, django_db_blocker: Any, admin_sql: Callable[..., list[tuple[Any, ...]]]
) -> None:
    said = StringIO()
    with django_db_blocker.unblock():
        ours = connection.settings_dict["NAME"]
        call_command("bench", small=3, large=300, rounds=1, stdout=said)
        assert connection.settings_dict["NAME"] == ours
        connection.close()
    assert "log a call over HTTP" in said.getvalue()
    assert "board page, 100 open" in said.getvalue()
    assert [line for line in said.getvalue().splitlines() if "statements of" in line and "MISSED" in line] == []
    assert admin_sql(MINE) == []


def test_without_an_administrator_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADMIN_DATABASE_URL")
    with pytest.raises(CommandError, match="ADMIN_DATABASE_URL must be set"):
        call_command("bench")


def test_a_page_that_does_not_exist_yet_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert probes.missing() == []
    monkeypatch.setattr(probes, "CALL", "no_such_page")
    assert probes.missing() == ["no_such_page"]


def test_a_limit_is_kept_or_missed_in_words() -> None:
    small = [_probe(table.BARE_WRITE, 4), _probe(table.CALL, 7), _probe(table.BOARD, 10)]
    large = [
        _probe(table.BARE_WRITE, 4),
        _probe(table.CALL, 9, statements=16, most_statements=15),
        _probe(table.BOARD, 14, statements=5, most_statements=12, most_ms=20),
    ]
    assert table.verdicts(small, large) == [
        "MISSED  log a call over HTTP: 16 statements of 15",
        "kept    board page, 100 open: 5 statements of 12",
        "kept    board page, 100 open: 14.0 ms of 20",
        "MISSED  log a call over HTTP: 2.25 times the bare Django write of 2",
        "MISSED  board page, 100 open: 1.40 times the small history of 1.3",
    ]


def test_a_broken_measurement_still_drops_its_database(
    django_db_setup: None, django_db_blocker: Any, admin_sql: Callable[..., list[tuple[Any, ...]]]
) -> None:
    with django_db_blocker.unblock(), pytest.raises(RuntimeError, match="on purpose"), scratch.database():
        raise RuntimeError("on purpose")
    assert admin_sql(MINE) == []


def test_what_a_killed_measurement_left_is_dropped_by_the_next(
    django_db_setup: None, django_db_blocker: Any, admin_sql: Callable[..., list[tuple[Any, ...]]]
) -> None:
    nobody = 2**22 + 1  # above the highest process number of Linux
    admin_sql(f"CREATE DATABASE {scratch.name_of(nobody)}")
    with django_db_blocker.unblock():
        scratch.drop_left_over()
    assert admin_sql(f"SELECT datname FROM pg_database WHERE datname = '{scratch.name_of(nobody)}'") == []
