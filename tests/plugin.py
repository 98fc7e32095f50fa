"""Starts the tests' own PostgreSQL and Redis before any setting is read."""

import os
from contextlib import ExitStack

import pytest

from cit_dispatch import embedded

# At import, which is before pytest-django reads the settings. An exit stack, because the end is pytest's.
_services = ExitStack()
_services.enter_context(embedded.services("test", durable=False))
os.environ["CIT_DEMO"] = "1"


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the services after the last test."""
    _services.close()
