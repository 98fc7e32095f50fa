"""Units of an incident, pending calls and hand-over: addresses."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import crew, handovers, pending, units

urlpatterns: list[URLPattern | URLResolver] = [
    path("board/units/", units.units, name="board_units"),
    path("units/<uuid:pk>/", units.unit, name="unit"),
    path("assignments/<uuid:pk>/lead/", crew.lead, name="assignment_lead"),
    path("assignments/<uuid:pk>/release/", crew.release, name="assignment_release"),
    path("assignments/<uuid:pk>/swap/", crew.swap, name="assignment_swap"),
    path("incidents/<uuid:pk>/finish/", crew.finish, name="incident_finish"),
    path("incidents/<uuid:pk>/clear-all/", crew.clear_all, name="incident_clear_all"),
    path("incidents/<uuid:pk>/pending/", pending.listed, name="incident_pending"),
    path("incidents/<uuid:pk>/transfer/", handovers.transfer, name="incident_transfer"),
    path("pending/<uuid:pk>/drop/", pending.drop, name="pending_drop"),
    path("handovers/<uuid:pk>/take/", handovers.take, name="handover_take"),
    path("handovers/<uuid:pk>/withdraw/", handovers.withdraw, name="handover_withdraw"),
]
