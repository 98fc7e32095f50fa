"""Addresses over HTTP: training."""

from django.urls import URLPattern, path

from officers.api import training

urlpatterns: list[URLPattern] = [
    path("training/", training.Work.as_view(), name="api_training"),
    path("officers/<uuid:pk>/training/", training.OnePerson.as_view(), name="api_training_person"),
    path("officers/<uuid:pk>/certifications/", training.Completions.as_view(), name="api_certifications"),
    path("officers/<uuid:pk>/waivers/", training.Waivers.as_view(), name="api_waivers"),
    path("officers/<uuid:pk>/bookings/", training.Bookings.as_view(), name="api_bookings"),
    path("certifications/<uuid:pk>/moves/", training.CompletionMoves.as_view(), name="api_certification_moves"),
    path("bookings/<uuid:pk>/moves/", training.BookingMoves.as_view(), name="api_booking_moves"),
    path("courses/", training.Courses.as_view(), name="api_courses"),
    path("courses/<uuid:pk>/", training.OneCourse.as_view(), name="api_course"),
    path("courses/<uuid:pk>/moves/", training.CourseMoves.as_view(), name="api_course_moves"),
    path("rules/", training.Rules.as_view(), name="api_rules"),
    path("rules/<uuid:pk>/moves/", training.RuleMoves.as_view(), name="api_rule_moves"),
    path("sessions/", training.Sessions.as_view(), name="api_sessions"),
    path("sessions/<uuid:pk>/", training.OneSession.as_view(), name="api_session"),
]
