"""The pages of the officer's tablet: devices, sealed entries, what came late."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
