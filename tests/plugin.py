"""Starts the suite's own PostgreSQL and Redis before the settings are read."""

from contextlib import ExitStack

from cit_dispatch import embedded

_stack = ExitStack()
# At import: pytest-django reads the settings before any hook of ours would run.
_stack.enter_context(embedded.services("test", durable=False))


def pytest_unconfigure() -> None:
    """Stop what was started."""
    _stack.close()
