"""Starts the tests' own PostgreSQL and Redis before any setting is read."""

import os
from contextlib import ExitStack

import pytest

from cit_dispatch import embedded

# At import, which is before pytest-django reads the settings. An exit stack, because the end is pytest's.
# Never the servers of the environment: the tests empty what they use.
_services = ExitStack()
_services.enter_context(embedded.own("test", durable=False))
os.environ["CIT_DEMO"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests run last: their event loop stays in this thread, and other tests start loops of their own."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the services after the last test."""
    _services.close()
