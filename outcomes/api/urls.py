"""Addresses of the report's API."""

from django.urls import path

from outcomes.api import views

urlpatterns = [
    path("outcomes/", views.Outcomes.as_view(), name="api_outcomes"),
    path("outcomes/overrides/", views.Overrides.as_view(), name="api_overrides"),
]
