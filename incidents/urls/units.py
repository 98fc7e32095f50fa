"""Units of an incident, pending calls and hand-over: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import units

urlpatterns: list[URLPattern | URLResolver] = [
    path("board/units/", units.units, name="board_units"),
]
