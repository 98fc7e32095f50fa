"""Lookouts: addresses of the API."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import bolos

urlpatterns: list[URLPattern | URLResolver] = [
    path("lookouts/", bolos.Lookouts.as_view(), name="api_lookouts"),
    path("lookouts/<uuid:pk>/moves/", bolos.LookoutMoves.as_view(), name="api_lookout_moves"),
]
