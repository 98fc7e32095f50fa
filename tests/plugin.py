"""Starts the tests' own PostgreSQL and Redis before any setting is read."""

import os
import sys
from contextlib import ExitStack

import pytest

from cit_dispatch import embedded

# At import, which is before pytest-django reads the settings. An exit stack, because the end is pytest's.
# Never the servers of the environment: the tests empty what they use. Each process of a parallel run has a set of its
# own, because some tests look into the queue and others at who is connected.
_services = ExitStack()
_services.enter_context(embedded.own(f"test{os.environ.get('PYTEST_XDIST_WORKER', '')}", durable=False))
os.environ["CIT_DEMO"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests run last: their event loop stays in this thread, and other tests start loops of their own."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    for item in items:
        # On a machine with other work waits run out although nothing is wrong; the summary names what was tried again.
        if item.get_closest_marker("browser") or item.get_closest_marker("faults"):
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Name a failure when it happens: a run that is cut off later has told it already."""
    if (report.failed or report.outcome == "rerun") and "PYTEST_XDIST_WORKER" not in os.environ:
        sys.stderr.write(f"\n{report.when} of {report.nodeid}, {report.outcome}:\n{report.longreprtext[-4000:]}\n")


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the services after the last test."""
    _services.close()
