"""Addresses of the pages: coverage."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
