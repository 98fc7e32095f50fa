"""The pages of the de-escalation record."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import records

urlpatterns: list[URLPattern | URLResolver] = [
    path("records/<uuid:pk>/keep/", records.keep, name="record_keep"),
]
