"""What every test may use: the database as the application sees it, and a superuser's way around it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import TransactionTestCase

from tests import database


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """The test database; tests run in it as cit_app."""
    with django_db_blocker.unblock():
        database.create()
    yield
    with django_db_blocker.unblock():
        database.drop()


@pytest.fixture(scope="session")
def admin_sql() -> Callable[..., list[tuple[Any, ...]]]:
    """Run SQL as superuser in the test database: `admin_sql("SELECT 1", [])` gives the rows."""
    return database.run_as_admin


def _empty_tables(self: TransactionTestCase) -> None:
    # Django's flush is refused: the application's role may not truncate, and the ledger forbids it.
    database.empty()
    for found in connections.all(initialized_only=True):
        found.queries_log.clear()


TransactionTestCase._fixture_teardown = _empty_tables  # the append-only tables need a superuser


@pytest.fixture(autouse=True)
def uploads_folder(settings: Any, tmp_path: Path) -> Path:
    """Where this test's files lie."""
    settings.UPLOADS_DIR = str(tmp_path / "uploads")
    return tmp_path / "uploads"


@pytest.fixture
def as_administrator() -> Callable[[str], None]:
    """Run one statement as the administrator of the test database, whom no right stops."""

    def run(statement: str) -> None:
        database.run_as_admin(statement)

    return run
