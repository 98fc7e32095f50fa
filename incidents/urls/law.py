"""The pages of duties that the law sets, their clocks and forms."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
