"""What is known of places: addresses."""

from django.urls import URLPattern, URLResolver, path

from officers.doors.places import KINDS
from officers.places.importing import COLUMNS
from officers.views import place_files, place_rows, places

urlpatterns: list[URLPattern | URLResolver] = [
    path("places/", place_rows.listed, name="places"),
    path("places/find/", places.find, name="place_find"),
    path("places/about/", places.about, name="place_about"),
]
for noun in KINDS:
    of = {"noun": noun}
    urlpatterns += [
        path(f"{noun}/new/", place_rows.new, of, name=f"{noun}_new"),
        path(f"{noun}/<uuid:pk>/", place_rows.edit, of, name=f"{noun}_edit"),
        path(f"{noun}/<uuid:pk>/move/", place_rows.move, of, name=f"{noun}_move"),
    ]
for noun in COLUMNS:
    of = {"noun": noun}
    urlpatterns += [
        path(f"{noun}/import/", place_files.upload, of, name=f"{noun}_import"),
        path(f"{noun}/import/take/", place_files.take, of, name=f"{noun}_take"),
    ]
