"""The command line: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import commands

urlpatterns: list[URLPattern | URLResolver] = [
    path("board/command/", commands.command, name="command"),
    path("board/command/reading/", commands.reading, name="command_reading"),
]
