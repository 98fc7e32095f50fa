"""Floor plans: addresses."""

from django.urls import URLPattern, URLResolver, path

from officers.views import plan_editor, plans

urlpatterns: list[URLPattern | URLResolver] = [
    path("plans/", plans.listed, name="plans"),
    path("plans/<uuid:pk>/", plan_editor.plan, name="plan"),
    path("plans/<uuid:pk>/place/", plan_editor.place, name="plan_place"),
    path("plans/<uuid:pk>/erase/", plan_editor.erase, name="plan_erase"),
    path("plans/<uuid:pk>/text/", plan_editor.draw, name="plan_draw"),
    path("plans/<uuid:pk>/restore/", plan_editor.restore, name="plan_restore"),
    path("plans/<uuid:pk>/turn/", plan_editor.turn, name="plan_turn"),
    path("plans/<uuid:pk>/picture/", plans.picture, name="plan_picture"),
    path("plans/<uuid:pk>/background/", plans.background, name="plan_background"),
    path("buildings/<uuid:pk>/plan/", plans.add, name="plan_add"),
    path("campuses/<uuid:pk>/outline/", plans.outline, name="campus_outline"),
]
