"""Addresses of the pages: training."""

from django.urls import URLPattern, path

from officers.views.training import classes, courses, rules, work

urlpatterns: list[URLPattern] = [
    path("training/", work.work, name="training"),
    path("officers/<uuid:pk>/training/", work.person, name="training_person"),
    path("officers/<uuid:pk>/certifications/", work.add, name="certification_add"),
    path("officers/<uuid:pk>/waivers/", work.waive, name="waiver_grant"),
    path("officers/<uuid:pk>/book/", classes.book, name="booking_book"),
    path("certifications/<uuid:pk>/verify/", work.verify, name="certification_verify"),
    path("certifications/<uuid:pk>/refuse/", work.refuse, name="certification_refuse"),
    path("courses/", courses.listed, name="courses"),
    path("courses/new/", courses.new, name="course_new"),
    path("courses/<uuid:pk>/", courses.one, name="course"),
    path("courses/<uuid:pk>/edit/", courses.edit, name="course_edit"),
    path("courses/<uuid:pk>/retire/", courses.retire, name="course_retire"),
    path("courses/<uuid:pk>/substitutes/", courses.substitutes, name="course_substitutes"),
    path("rules/", rules.listed, name="rules"),
    path("rules/new/", rules.new, name="rule_new"),
    path("rules/<uuid:pk>/change/", rules.change, name="rule_change"),
    path("rules/<uuid:pk>/end/", rules.end, name="rule_end"),
    path("sessions/", classes.listed, name="sessions"),
    path("sessions/new/", classes.new, name="session_new"),
    path("sessions/<uuid:pk>/", classes.one, name="session"),
    path("bookings/<uuid:pk>/move/", classes.move, name="booking_move"),
]
