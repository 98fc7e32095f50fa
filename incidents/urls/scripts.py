"""The dispatcher's script: asking it, setting a priority against it, and its versions."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import assess, script_preview, script_question, scripts

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/assess/", assess.assess, name="incident_assess"),
    path("incidents/<uuid:pk>/assess/questions/", assess.questions, name="incident_assess_questions"),
    path("incidents/<uuid:pk>/priority/", assess.prioritize, name="incident_prioritize"),
    path("script/", scripts.listed, name="scripts"),
    path("script/preview/", script_preview.now, name="script_now"),
    path("script/<uuid:pk>/", scripts.version, name="script_version"),
    path("script/<uuid:pk>/preview/", script_preview.version, name="script_preview"),
    path("script/<uuid:pk>/edit/", scripts.edit, name="script_edit"),
    path("script/<uuid:pk>/questions/<slug:key>/", script_question.edit, name="script_question"),
    path("script/<uuid:pk>/trial/", scripts.trial, name="script_trial"),
    path("script/<uuid:pk>/move/", scripts.move, name="script_move"),
]
