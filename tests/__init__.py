"""The tests: every one against the real PostgreSQL, Redis, Celery, SMTP and browser."""
