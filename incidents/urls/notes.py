"""The selected incident, its notes, files and names: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import case_panel, notes

urlpatterns: list[URLPattern | URLResolver] = [
    path("board/case/<uuid:pk>/", case_panel.incident_panel, name="incident_panel"),
    path("incidents/<uuid:pk>/", case_panel.incident, name="incident"),
    path("incidents/<uuid:pk>/notes/", notes.add, name="incident_notes"),
    path("incidents/<uuid:pk>/files/", notes.attach, name="incident_files"),
    path("incidents/<uuid:pk>/names/", notes.names, name="incident_names"),
    path("notes/<uuid:pk>/correct/", notes.correct, name="note_correct"),
    path("files/<uuid:pk>/", notes.file, name="incident_file"),
]
