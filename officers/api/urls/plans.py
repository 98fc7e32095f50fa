"""Floor plans: addresses."""

from django.urls import URLPattern, URLResolver, path

from officers.api import plans

urlpatterns: list[URLPattern | URLResolver] = [
    path("plans/", plans.Plans.as_view(), name="api_plans"),
    path("plans/<uuid:pk>/", plans.Plan.as_view(), name="api_plan"),
    path("plans/<uuid:pk>/moves/", plans.PlanMoves.as_view(), name="api_plan_moves"),
    path("plans/<uuid:pk>/background/", plans.Background.as_view(), name="api_plan_background"),
    path("buildings/<uuid:pk>/plans/", plans.BuildingPlans.as_view(), name="api_building_plans"),
    path("rooms/<uuid:pk>/route/", plans.RoomRoute.as_view(), name="api_room_route"),
    path("outlines/", plans.Outlines.as_view(), name="api_outlines"),
    path("campuses/<uuid:pk>/outline/", plans.Outline.as_view(), name="api_campus_outline"),
]
