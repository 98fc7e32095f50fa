"""Notes, files and names of an incident: addresses of their API."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import notes

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/notes/", notes.Notes.as_view(), name="api_incident_notes"),
    path("incidents/<uuid:pk>/files/", notes.Files.as_view(), name="api_incident_files"),
    path("incidents/<uuid:pk>/names/", notes.Names.as_view(), name="api_incident_names"),
    path("notes/<uuid:pk>/corrections/", notes.Corrections.as_view(), name="api_note_corrections"),
    path("files/<uuid:pk>/", notes.OneFile.as_view(), name="api_file"),
]
