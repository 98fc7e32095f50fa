"""The pages of calls, incidents, assignments and records."""

from django.urls import path

from incidents.views import assignments, board, calls, incidents, queue, records, restricting, weights

urlpatterns = [
    path("calls/new/", calls.call_new, name="call_new"),
    path("board/", board.board, name="board"),
    path("board/queue/", queue.queue, name="board_queue"),
    path("dispatch/weights/", weights.ranking_weights, name="ranking_weights"),
    path("incidents/<uuid:pk>/send/", incidents.send, name="incident_send"),
    path("incidents/<uuid:pk>/move/", incidents.move, name="incident_move"),
    path("incidents/<uuid:pk>/close/", incidents.end, {"move": "close"}, name="incident_close"),
    path("incidents/<uuid:pk>/cancel/", incidents.end, {"move": "cancel"}, name="incident_cancel"),
    path("incidents/<uuid:pk>/reopen/", incidents.end, {"move": "reopen"}, name="incident_reopen"),
    path("incidents/<uuid:pk>/record/", records.begin, name="record_begin"),
    path("tablet/", assignments.tablet, name="tablet"),
    path("assignments/<uuid:pk>/move/", assignments.move, name="assignment_move"),
    path("assignments/<uuid:pk>/cancel/", assignments.cancel, name="assignment_cancel"),
    path("records/", records.listed, name="records"),
    path("records/<uuid:pk>/", records.edit, name="record_edit"),
    path("records/<uuid:pk>/move/", records.move, name="record_move"),
    path("records/<uuid:pk>/return/", records.send_back, name="record_return"),
    path("records/<uuid:pk>/restrict/", restricting.restrict, name="record_restrict"),
]
