"""Addresses over HTTP: shifts."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
