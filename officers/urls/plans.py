"""Floor plans: addresses."""

from django.urls import URLPattern, URLResolver, path

from officers.views import plans

urlpatterns: list[URLPattern | URLResolver] = [
    path("plans/<uuid:pk>/background/", plans.background, name="plan_background"),
]
