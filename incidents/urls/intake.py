"""Drafts of calls, logging and sending in one step: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import intake, intake_scheduled

urlpatterns: list[URLPattern | URLResolver] = [
    path("board/intake/", intake.panel, name="intake"),
    path("incidents/<uuid:pk>/begin/", intake_scheduled.begin, name="incident_begin"),
    path("drafts/", intake.take, name="draft_take"),
    path("drafts/<uuid:pk>/", intake.save, name="draft_save"),
    path("drafts/<uuid:pk>/units/", intake.units, name="draft_units"),
    path("drafts/<uuid:pk>/log/", intake.log, name="draft_log"),
    path("drafts/<uuid:pk>/discard/", intake.discard, name="draft_discard"),
]
