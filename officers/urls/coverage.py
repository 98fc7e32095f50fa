"""Addresses of the pages: coverage."""

from django.urls import URLPattern, path

from officers.views import coverage, coverage_rules

urlpatterns: list[URLPattern] = [
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage/rules/", coverage_rules.rules, name="coverage_rules"),
    path("coverage/rules/new/", coverage_rules.rule_new, name="coverage_rule_new"),
    path("coverage/groups/", coverage_rules.groups, name="coverage_groups"),
    path("coverage/groups/new/", coverage_rules.group_new, name="coverage_group_new"),
    path("coverage/groups/<uuid:pk>/", coverage_rules.group, name="coverage_group"),
    path("coverage/limits/", coverage_rules.limits, name="coverage_limits"),
    path("minimums/<uuid:pk>/", coverage_rules.rule, name="minimum"),
    path("minimums/<uuid:pk>/move/", coverage_rules.rule_turn, name="minimum_move"),
    path("minimums/<uuid:pk>/cover/", coverage.cover, name="coverage_cover"),
]
