"""Drives the real services with the arrivals of a real file, the clock given rather than slept."""
