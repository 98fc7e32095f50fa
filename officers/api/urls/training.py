"""Addresses over HTTP: training."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
