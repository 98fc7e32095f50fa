"""Warm hand-offs to other services: addresses of the API."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import handoffs

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/handoffs/", handoffs.Handoffs.as_view(), name="api_incident_handoffs"),
    path("handoffs/<uuid:pk>/moves/", handoffs.HandoffMoves.as_view(), name="api_handoff_moves"),
]
