"""Addresses of the pages: shifts."""

from django.urls import URLPattern, path

from officers.views import duty, own_shifts, rotations, shift_feed, shift_files, shift_requests, shifts

urlpatterns: list[URLPattern] = [
    path("shifts/", shifts.week, name="shifts"),
    path("shifts/mine/", own_shifts.mine, name="my_shifts"),
    path("shifts/requests/", shift_requests.requests, name="shift_requests"),
    path("shifts/clocks/", duty.clocks, name="clocks"),
    path("shifts/generate/", rotations.generate, name="shift_generate"),
    path("shifts/import/", shift_files.load, name="shift_import"),
    path("shifts/export/", shift_files.export, name="shift_export"),
    path("shifts/feed/<str:token>.ics", shift_feed.feed, name="shift_feed"),
    path("shifts/<uuid:pk>/", shifts.shift, name="shift"),
    path("shifts/<uuid:pk>/change/", shifts.change, name="shift_change"),
    path("shifts/<uuid:pk>/hand-over/", shifts.hand_over, name="shift_hand_over"),
    path("shifts/<uuid:pk>/cancel/", shifts.cancel, name="shift_cancel"),
    path("shifts/<uuid:pk>/cover/", shifts.ask_cover, name="shift_cover"),
    path("covers/<uuid:pk>/", shift_requests.cover, name="cover"),
    path("covers/<uuid:pk>/move/", shift_requests.cover_move, name="cover_move"),
    path("leave/<uuid:pk>/", shift_requests.leave, name="leave"),
    path("leave/<uuid:pk>/move/", shift_requests.leave_move, name="leave_move"),
    path("templates/", rotations.listed, name="templates"),
    path("templates/<uuid:pk>/", rotations.template, name="template"),
    path("rotations/", rotations.rotations_listed, name="rotations"),
    path("rotations/<uuid:pk>/", rotations.rotation, name="rotation"),
    path("rotations/<uuid:pk>/members/", rotations.join, name="rotation_join"),
    path("members/<uuid:pk>/", rotations.leave, name="rotation_leave"),
    path("entries/<uuid:pk>/", duty.correct, name="clock_correct"),
    path("officers/<uuid:pk>/shifts/", shifts.plan, name="shift_plan"),
    path("officers/<uuid:pk>/leave/", own_shifts.ask_leave, name="leave_ask"),
    path("officers/<uuid:pk>/feed/", own_shifts.renew, name="feed_renew"),
    path("officers/<uuid:pk>/clock/", duty.clock_move, name="clock_move"),
    path("officers/<uuid:pk>/status/", duty.status, name="duty_status"),
]
