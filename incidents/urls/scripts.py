"""The dispatcher's script: asking it, setting a priority against it, and its versions."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import assess

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/assess/", assess.assess, name="incident_assess"),
    path("incidents/<uuid:pk>/assess/questions/", assess.questions, name="incident_assess_questions"),
    path("incidents/<uuid:pk>/priority/", assess.prioritize, name="incident_prioritize"),
]
