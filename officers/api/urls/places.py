"""What is known of places: addresses."""

from django.urls import URLPattern, URLResolver, path

from officers.api import place_rows, places
from officers.doors.places import KINDS

urlpatterns: list[URLPattern | URLResolver] = [
    path("places/", places.Places.as_view(), name="api_places"),
    path("places/about/", places.About.as_view(), name="api_place_about"),
    path("places/extension/<str:number>/", places.Telephone.as_view(), name="api_place_extension"),
]
for noun in KINDS:
    of = {"noun": noun}
    urlpatterns += [
        path(f"{noun}/", place_rows.Rows.as_view(), of, name=f"api_{noun}"),
        path(f"{noun}/<uuid:pk>/", place_rows.Row.as_view(), of, name=f"api_{noun}_one"),
        path(f"{noun}/<uuid:pk>/moves/", place_rows.RowMoves.as_view(), of, name=f"api_{noun}_moves"),
    ]
