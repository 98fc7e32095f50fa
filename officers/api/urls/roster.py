"""Addresses over HTTP: roster."""

from django.urls import URLPattern, path

from officers.api import roster

urlpatterns: list[URLPattern] = [
    path("officers/", roster.Officers.as_view(), name="api_officers"),
    path("officers/<uuid:pk>/", roster.OneOfficer.as_view(), name="api_officer"),
    path("officers/<uuid:pk>/moves/", roster.OfficerMoves.as_view(), name="api_officer_moves"),
    path("officers/<uuid:pk>/photo/", roster.Photo.as_view(), name="api_officer_photo"),
    path("officers/<uuid:pk>/restrictions/", roster.Restrictions.as_view(), name="api_officer_restrictions"),
    path("restrictions/<uuid:pk>/lift/", roster.Lift.as_view(), name="api_restriction_lift"),
    path("roster/look/", roster.Look.as_view(), name="api_roster_look"),
    path("roster/take/", roster.Take.as_view(), name="api_roster_take"),
    path("roster/export/", roster.Export.as_view(), name="api_roster_export"),
]
