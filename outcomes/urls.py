"""Addresses of the report."""

from django.urls import path

from outcomes import views

urlpatterns = [
    path("outcomes/", views.outcomes, name="outcomes"),
    path("outcomes/definitions/", views.definitions, name="outcome_definitions"),
    path("outcomes/overrides/", views.overrides, name="overrides"),
]
