"""Lookouts: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import bolos

urlpatterns: list[URLPattern | URLResolver] = [
    path("lookouts/", bolos.listed, name="lookouts"),
    path("lookouts/new/", bolos.issue, name="lookout_issue"),
    path("lookouts/<uuid:pk>/locate/", bolos.end, {"move": "locate"}, name="lookout_locate"),
    path("lookouts/<uuid:pk>/cancel/", bolos.end, {"move": "cancel"}, name="lookout_cancel"),
]
