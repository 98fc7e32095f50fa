"""What is known of places: addresses."""

from django.urls import URLPattern, URLResolver, path

from officers.api import places

urlpatterns: list[URLPattern | URLResolver] = [
    path("places/", places.Places.as_view(), name="api_places"),
    path("places/about/", places.About.as_view(), name="api_place_about"),
    path("places/extension/<str:number>/", places.Telephone.as_view(), name="api_place_extension"),
]
