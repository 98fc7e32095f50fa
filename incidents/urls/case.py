from django.urls import path

from incidents.views import assignments, board, calls, incidents, queue, weights

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
    path("assignments/<uuid:pk>/move/", assignments.move, name="assignment_move"),
    path("assignments/<uuid:pk>/cancel/", assignments.cancel, name="assignment_cancel"),
]
