"""The channels against real servers on this machine, without a database."""
