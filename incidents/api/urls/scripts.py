"""The dispatcher's script: addresses of its API."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import assess

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/assessment/", assess.Assessments.as_view(), name="api_incident_assessment"),
    path("incidents/<uuid:pk>/priority/", assess.PriorityOf.as_view(), name="api_incident_priority"),
]
