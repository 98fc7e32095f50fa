"""Units of an incident, pending calls and hand-over: addresses of the API."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import units

urlpatterns: list[URLPattern | URLResolver] = [
    path("assignments/<uuid:pk>/release/", units.Release.as_view(), name="api_assignment_release"),
    path("assignments/<uuid:pk>/swap/", units.Swap.as_view(), name="api_assignment_swap"),
    path("incidents/<uuid:pk>/finish/", units.Finish.as_view(), name="api_incident_finish"),
    path("incidents/<uuid:pk>/clear-all/", units.ClearAll.as_view(), name="api_incident_clear_all"),
    path("incidents/<uuid:pk>/pending/", units.Pending.as_view(), name="api_incident_pending"),
    path("incidents/<uuid:pk>/handovers/", units.Handovers.as_view(), name="api_incident_handovers"),
    path("pending/<uuid:pk>/drop/", units.DropPending.as_view(), name="api_pending_drop"),
    path("handovers/<uuid:pk>/moves/", units.HandoverMoves.as_view(), name="api_handover_moves"),
]
