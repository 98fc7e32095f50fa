"""Desks, their turns, the shift log and the supervisor's view: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import desks, shift_log, wallboard

urlpatterns: list[URLPattern | URLResolver] = [
    path("desks/", desks.listed, name="desks"),
    path("desks/new/", desks.add, name="desk_new"),
    path("desks/<uuid:pk>/", desks.change, name="desk"),
    path("desks/<uuid:pk>/sign-on/", desks.sign_on, name="desk_sign_on"),
    path("desks/<uuid:pk>/sign-off/", desks.sign_off, name="desk_sign_off"),
    path("desks/<uuid:pk>/take-over/", desks.take_over, name="desk_take_over"),
    path("supervision/", wallboard.supervision, name="supervision"),
    path("supervision/wall/", wallboard.wall, name="supervision_wall"),
    path("supervision/desks/", wallboard.activity, name="supervision_desks"),
    path("shift-log/", shift_log.log, name="shift_log"),
    path("shift-log/<uuid:pk>/correct/", shift_log.correct, name="shift_log_correct"),
]
