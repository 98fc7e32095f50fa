"""Drafts of calls, logging and sending in one step: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import intake

urlpatterns: list[URLPattern | URLResolver] = [
    path("drafts/", intake.Drafts.as_view()),
    path("drafts/<uuid:pk>/", intake.OneDraft.as_view()),
    path("drafts/<uuid:pk>/discard/", intake.Discards.as_view()),
    path("intake/", intake.Intake.as_view()),
    path("natures/", intake.Natures.as_view()),
]
