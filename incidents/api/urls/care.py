"""Response plans: addresses of their API."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import plans_of_care as plans

urlpatterns: list[URLPattern | URLResolver] = [
    path("response-plans/", plans.ResponsePlans.as_view(), name="api_response_plans"),
    path("response-plans/<uuid:pk>/", plans.OnePlan.as_view(), name="api_response_plan"),
    path("response-plans/<uuid:pk>/moves/", plans.Moves.as_view(), name="api_response_plan_moves"),
    path("response-plans/<uuid:pk>/approval/", plans.Approvals.as_view(), name="api_response_plan_approval"),
    path("response-plans/<uuid:pk>/end/", plans.Endings.as_view(), name="api_response_plan_end"),
    path("response-plans/<uuid:pk>/views/", plans.Views.as_view(), name="api_response_plan_views"),
    path("response-plans/<uuid:pk>/changes/", plans.Changes.as_view(), name="api_response_plan_changes"),
    path("response-plans/<uuid:pk>/card/", plans.Cards.as_view(), name="api_response_plan_card"),
    path("response-plans/<uuid:pk>/suggestions/", plans.Suggestions.as_view(), name="api_response_plan_suggestions"),
    path("plan-suggestions/", plans.Inbox.as_view(), name="api_plan_suggestions"),
    path("plan-suggestions/<uuid:pk>/moves/", plans.SuggestionMoves.as_view(), name="api_plan_suggestion_moves"),
]
