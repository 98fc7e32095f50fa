"""The cast, for the tests of maps."""

from tests.cast import district, neighbor

__all__ = ["district", "neighbor"]
