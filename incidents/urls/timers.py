"""Welfare checks and other clocks: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import timer_rules, timers

urlpatterns: list[URLPattern | URLResolver] = [
    path("board/timers/", timers.strip, name="board_timers"),
    path("timers/<uuid:pk>/acknowledge/", timers.acknowledge, name="timer_acknowledge"),
    path("timers/<uuid:pk>/answer/", timers.answer, name="timer_answer"),
    path("timer-rules/", timer_rules.listed, name="timer_rules"),
    path("timer-rules/new/", timer_rules.add, name="timer_rule_new"),
    path("timer-rules/<uuid:pk>/", timer_rules.change, name="timer_rule"),
]
