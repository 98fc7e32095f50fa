"""What stops a replay, in words for the person at the terminal."""


class ReplayRefused(Exception):
    """Nothing was changed, or nothing more will be."""
