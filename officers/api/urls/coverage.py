"""Addresses over HTTP: coverage."""

from django.urls import URLPattern, path

from officers.api import coverage

urlpatterns: list[URLPattern] = [
    path("coverage/", coverage.WeekView.as_view(), name="api_coverage"),
    path("coverage/now/", coverage.NowView.as_view(), name="api_coverage_now"),
    path("coverage/groups/", coverage.Groups.as_view(), name="api_coverage_groups"),
    path("coverage/groups/<uuid:pk>/", coverage.Group.as_view(), name="api_coverage_group"),
    path("coverage/limits/", coverage.Limits.as_view(), name="api_coverage_limits"),
    path("minimums/", coverage.Rules.as_view(), name="api_minimums"),
    path("minimums/<uuid:pk>/", coverage.Rule.as_view(), name="api_minimum"),
    path("minimums/<uuid:pk>/moves/", coverage.RuleMoves.as_view(), name="api_minimum_moves"),
    path("minimums/<uuid:pk>/cover/", coverage.Cover.as_view(), name="api_minimum_cover"),
]
