"""The dispatcher's script: addresses of its API."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import assess, scripts

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/assessment/", assess.Assessments.as_view(), name="api_incident_assessment"),
    path("incidents/<uuid:pk>/priority/", assess.PriorityOf.as_view(), name="api_incident_priority"),
    path("script/", scripts.Scripts.as_view(), name="api_scripts"),
    path("script/now/", scripts.ScriptNow.as_view(), name="api_script_now"),
    path("script/<uuid:pk>/", scripts.OneScript.as_view(), name="api_script"),
    path("script/<uuid:pk>/moves/", scripts.ScriptMoves.as_view(), name="api_script_moves"),
    path("script/<uuid:pk>/trial/", scripts.ScriptTrial.as_view(), name="api_script_trial"),
]
