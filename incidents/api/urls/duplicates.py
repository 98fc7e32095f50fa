"""Calls that are about a known incident: addresses of their API."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import duplicates

urlpatterns: list[URLPattern | URLResolver] = [
    path("calls/likely/", duplicates.LikelyIncidents.as_view(), name="api_calls_likely"),
    path("incidents/<uuid:pk>/calls/", duplicates.JoiningCalls.as_view(), name="api_incident_calls"),
    path("incidents/<uuid:pk>/split/", duplicates.Splits.as_view(), name="api_incident_split"),
    path("dispatch/duplicates/", duplicates.DuplicateWindow.as_view(), name="api_duplicate_window"),
]
