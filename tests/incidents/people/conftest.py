"""The cast, for the tests of this folder."""

from tests.cast import district, neighbor

__all__ = ["district", "neighbor"]
