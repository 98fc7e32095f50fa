"""Addresses of the API of calls, incidents, assignments and records."""

from django.urls import path

from incidents.api import records, views, weights

urlpatterns = [
    path("calls/", views.Calls.as_view(), name="api_calls"),
    path("dispatch/weights/", weights.RankingWeights.as_view(), name="api_ranking_weights"),
    path("incidents/", views.Incidents.as_view(), name="api_incidents"),
    path("incidents/<uuid:pk>/", views.OneIncident.as_view(), name="api_incident"),
    path("incidents/<uuid:pk>/candidates/", views.Candidates.as_view(), name="api_incident_candidates"),
    path("incidents/<uuid:pk>/assignments/", views.Assignments.as_view(), name="api_incident_assignments"),
    path("incidents/<uuid:pk>/moves/", views.IncidentMoves.as_view(), name="api_incident_moves"),
    path("incidents/<uuid:pk>/records/", records.Records.as_view(), name="api_incident_records"),
    path("assignments/<uuid:pk>/moves/", views.AssignmentMoves.as_view(), name="api_assignment_moves"),
    path("records/<uuid:pk>/", records.OneRecord.as_view(), name="api_record"),
    path("records/<uuid:pk>/moves/", records.RecordMoves.as_view(), name="api_record_moves"),
]
