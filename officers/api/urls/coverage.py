"""Addresses over HTTP: coverage."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
