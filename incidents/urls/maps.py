"""The map beside an incident and the map of the district: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import district, maps

urlpatterns: list[URLPattern | URLResolver] = [
    path("board/map/<uuid:pk>/", maps.board_map, name="board_map"),
    path("district/", district.district, name="district"),
    path("district/live/", district.live, name="district_live"),
]
