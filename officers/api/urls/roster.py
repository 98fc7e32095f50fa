"""Addresses over HTTP: roster."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
