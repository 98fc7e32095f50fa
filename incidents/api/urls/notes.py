"""Notes, files and names of an incident, and response plans: addresses of their API."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import notes, plans_of_care

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/notes/", notes.Notes.as_view(), name="api_incident_notes"),
    path("incidents/<uuid:pk>/files/", notes.Files.as_view(), name="api_incident_files"),
    path("incidents/<uuid:pk>/names/", notes.Names.as_view(), name="api_incident_names"),
    path("notes/<uuid:pk>/corrections/", notes.Corrections.as_view(), name="api_note_corrections"),
    path("files/<uuid:pk>/", notes.OneFile.as_view(), name="api_file"),
    path("response-plans/", plans_of_care.ResponsePlans.as_view(), name="api_response_plans"),
    path("response-plans/<uuid:pk>/approval/", plans_of_care.Approvals.as_view(), name="api_response_plan_approval"),
    path("response-plans/<uuid:pk>/end/", plans_of_care.Endings.as_view(), name="api_response_plan_end"),
]
