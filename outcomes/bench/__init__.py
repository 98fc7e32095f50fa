"""Measures the pages beside bare PostgreSQL and bare Django, in one run and in a database of its own."""
