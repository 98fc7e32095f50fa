"""Every route of the system."""

from django.urls import URLPattern, URLResolver, path

from cit_dispatch import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz/ready", health.ready, name="ready"),
]
