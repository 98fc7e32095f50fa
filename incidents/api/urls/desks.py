"""Desks, their turns and the shift log: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import desks

urlpatterns: list[URLPattern | URLResolver] = [
    path("desks/", desks.Desks.as_view(), name="api_desks"),
    path("desks/<uuid:pk>/", desks.OneDesk.as_view(), name="api_desk"),
    path("desks/<uuid:pk>/sign-on/", desks.DeskSignOn.as_view(), name="api_desk_sign_on"),
    path("desks/<uuid:pk>/sign-off/", desks.DeskSignOff.as_view(), name="api_desk_sign_off"),
    path("desks/<uuid:pk>/take-over/", desks.DeskTakeOver.as_view(), name="api_desk_take_over"),
    path("shift-log/", desks.ShiftLog.as_view(), name="api_shift_log"),
    path("shift-log/<uuid:pk>/corrections/", desks.ShiftLogCorrections.as_view(), name="api_shift_log_corrections"),
]
