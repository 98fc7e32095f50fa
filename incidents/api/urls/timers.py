"""Welfare checks and other clocks: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import timers

urlpatterns: list[URLPattern | URLResolver] = [
    path("timers/", timers.Timers.as_view(), name="api_timers"),
    path("timers/<uuid:pk>/answer/", timers.TimerAnswer.as_view(), name="api_timer_answer"),
    path("timers/<uuid:pk>/acknowledgement/", timers.TimerAcknowledgement.as_view(), name="api_timer_acknowledgement"),
    path("timer-rules/", timers.TimerRules.as_view(), name="api_timer_rules"),
    path("timer-rules/<uuid:pk>/", timers.OneTimerRule.as_view(), name="api_timer_rule"),
]
