"""The command line: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import commands

urlpatterns: list[URLPattern | URLResolver] = [
    path("commands/", commands.Commands.as_view(), name="api_commands"),
    path("commands/readings/", commands.Readings.as_view(), name="api_command_readings"),
]
