"""What is known of places: addresses."""

from django.urls import URLPattern, URLResolver, path

from officers.views import places

urlpatterns: list[URLPattern | URLResolver] = [
    path("places/find/", places.find, name="place_find"),
    path("places/about/", places.about, name="place_about"),
]
