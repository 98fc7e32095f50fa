"""People and readiness over HTTP, one module for each area."""

from django.urls import URLPattern, URLResolver

from officers.api.urls import coverage, places, plans, roster, shifts, training

urlpatterns: list[URLPattern | URLResolver] = [
    *roster.urlpatterns,
    *training.urlpatterns,
    *shifts.urlpatterns,
    *coverage.urlpatterns,
    *places.urlpatterns,
    *plans.urlpatterns,
]
