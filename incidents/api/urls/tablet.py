"""Addresses of the API for the officer's tablet: devices, sealed entries, what came late."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
