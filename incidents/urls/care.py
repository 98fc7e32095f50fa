"""Response plans: addresses of their pages."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import plan_pages, plan_suggestions, plans_of_care

urlpatterns: list[URLPattern | URLResolver] = [
    path("response-plans/", plans_of_care.listed, name="response_plans"),
    path("response-plans/new/", plans_of_care.write, name="response_plan_new"),
    path("response-plans/suggestions/", plan_suggestions.inbox, name="plan_suggestions"),
    path("response-plans/<uuid:pk>/", plan_pages.plan, name="response_plan"),
    path("response-plans/<uuid:pk>/open/", plan_pages.open_it, name="response_plan_open"),
    path("response-plans/<uuid:pk>/edit/", plans_of_care.edit, name="response_plan_edit"),
    path("response-plans/<uuid:pk>/move/", plans_of_care.move, name="response_plan_move"),
    path("response-plans/<uuid:pk>/return/", plans_of_care.send_back, name="response_plan_return"),
    path("response-plans/<uuid:pk>/end/", plans_of_care.end, name="response_plan_end"),
    path("response-plans/<uuid:pk>/changes/", plan_pages.changes, name="response_plan_changes"),
    path("response-plans/<uuid:pk>/card/", plan_pages.card, name="response_plan_card"),
    path("response-plans/<uuid:pk>/suggest/", plan_suggestions.suggest, name="response_plan_suggest"),
    path("plan-suggestions/<uuid:pk>/<slug:move>/", plan_suggestions.decide, name="plan_suggestion"),
]
