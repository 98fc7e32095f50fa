"""Addresses of the pages: roster."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
