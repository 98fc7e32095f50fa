"""Addresses of the API of calls, incidents and assignments."""

from django.urls import path

from incidents.api import views, weights

urlpatterns = [
    path("calls/", views.Calls.as_view(), name="api_calls"),
    path("dispatch/weights/", weights.RankingWeights.as_view(), name="api_ranking_weights"),
    path("incidents/", views.Incidents.as_view(), name="api_incidents"),
    path("incidents/<uuid:pk>/", views.OneIncident.as_view(), name="api_incident"),
    path("incidents/<uuid:pk>/candidates/", views.Candidates.as_view(), name="api_incident_candidates"),
    path("incidents/<uuid:pk>/assignments/", views.Assignments.as_view(), name="api_incident_assignments"),
    path("incidents/<uuid:pk>/moves/", views.IncidentMoves.as_view(), name="api_incident_moves"),
    path("assignments/<uuid:pk>/moves/", views.AssignmentMoves.as_view(), name="api_assignment_moves"),
]
