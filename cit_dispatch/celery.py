"""The Celery application."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cit_dispatch.settings")
app = Celery("cit_dispatch")
# For every thread: a hint is published from one of its own, which would otherwise find Celery's bare default.
app.set_default()
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
