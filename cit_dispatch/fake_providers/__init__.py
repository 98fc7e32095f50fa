"""Providers of messages that send nothing: for the demonstration and the tests, over real connections."""

from cit_dispatch.fake_providers.book import Arrived, Book, Mode, Receipts
from cit_dispatch.fake_providers.server import FakeProviders

__all__ = ["Arrived", "Book", "FakeProviders", "Mode", "Receipts"]
