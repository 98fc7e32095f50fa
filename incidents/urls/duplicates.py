"""Calls attached to an incident, merged and split again: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import duplicates

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/attach/", duplicates.attach, name="incident_attach"),
    path("incidents/<uuid:pk>/merge/", duplicates.merge, name="incident_merge"),
    path("incidents/<uuid:pk>/split/", duplicates.split, name="incident_split"),
    path("dispatch/duplicates/", duplicates.window, name="duplicate_window"),
]
