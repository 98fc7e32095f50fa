"""Warm hand-offs to other services: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import handoffs

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/handoffs/", handoffs.of_incident, name="incident_handoffs"),
    path("handoffs/<uuid:pk>/connect/", handoffs.step, {"move": "connect"}, name="handoff_connect"),
    path("handoffs/<uuid:pk>/confirm/", handoffs.step, {"move": "confirm"}, name="handoff_confirm"),
    path("handoffs/<uuid:pk>/fail/", handoffs.step, {"move": "fail"}, name="handoff_fail"),
]
