"""Addresses of the pages: shifts."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
