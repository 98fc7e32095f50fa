"""Addresses over HTTP: shifts."""

from django.urls import URLPattern, path

from officers.api import duty, rotations, shifts

urlpatterns: list[URLPattern] = [
    path("shifts/", shifts.Shifts.as_view(), name="api_shifts"),
    path("shifts/preview/", rotations.TermPreview.as_view(), name="api_shift_preview"),
    path("shifts/generate/", rotations.GenerateTerm.as_view(), name="api_shift_generate"),
    path("shifts/check/", rotations.CheckFile.as_view(), name="api_shift_check"),
    path("shifts/import/", rotations.ImportFile.as_view(), name="api_shift_import"),
    path("shifts/clocks/", duty.Clocks.as_view(), name="api_clocks"),
    path("shifts/<uuid:pk>/", shifts.OneShift.as_view(), name="api_shift"),
    path("shifts/<uuid:pk>/moves/", shifts.ShiftMoves.as_view(), name="api_shift_moves"),
    path("shifts/<uuid:pk>/covers/", shifts.AskCover.as_view(), name="api_shift_cover"),
    path("covers/", shifts.Covers.as_view(), name="api_covers"),
    path("covers/<uuid:pk>/moves/", shifts.CoverMoves.as_view(), name="api_cover_moves"),
    path("leave/<uuid:pk>/moves/", shifts.LeaveMoves.as_view(), name="api_leave_moves"),
    path("templates/", rotations.Templates.as_view(), name="api_templates"),
    path("templates/<uuid:pk>/", rotations.OneTemplate.as_view(), name="api_template"),
    path("rotations/", rotations.Rotations.as_view(), name="api_rotations"),
    path("rotations/<uuid:pk>/", rotations.OneRotation.as_view(), name="api_rotation"),
    path("rotations/<uuid:pk>/members/", rotations.RotationMembers.as_view(), name="api_rotation_members"),
    path("members/<uuid:pk>/", rotations.LeaveRotation.as_view(), name="api_rotation_leave"),
    path("entries/<uuid:pk>/", duty.Correct.as_view(), name="api_clock_correct"),
    path("officers/<uuid:pk>/shifts/", shifts.PlanShift.as_view(), name="api_shift_plan"),
    path("officers/<uuid:pk>/leave/", shifts.AskLeave.as_view(), name="api_leave_ask"),
    path("officers/<uuid:pk>/clock/", duty.Clock.as_view(), name="api_clock"),
    path("officers/<uuid:pk>/status/", duty.Status.as_view(), name="api_status"),
    path("officers/<uuid:pk>/feed/", duty.Feed.as_view(), name="api_feed"),
]
