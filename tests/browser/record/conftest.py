"""A record to tap together, in a real browser."""

from tests.browser.visiting import visit
from tests.cast import district

__all__ = ["district", "visit"]
