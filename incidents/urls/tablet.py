"""The pages of the officer's tablet: devices, sealed entries, what came late."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import asks, tablet, tablet_acts, tablet_devices, tablet_offline

urlpatterns: list[URLPattern | URLResolver] = [
    path("tablet/", tablet.home, name="tablet"),
    path("tablet/notes/", tablet.notes, name="tablet_notes"),
    path("tablet/log/", tablet.log, name="tablet_log"),
    path("incidents/<uuid:pk>/field/note/", tablet_acts.note, name="tablet_note"),
    path("incidents/<uuid:pk>/field/ask/", tablet_acts.ask, name="tablet_ask"),
    path("incidents/<uuid:pk>/field/help/", tablet_acts.call_help, name="tablet_help"),
    path("incidents/<uuid:pk>/field/<slug:kind>/", tablet_acts.enter, name="tablet_enter"),
    path("assignments/<uuid:pk>/acknowledge/", tablet_acts.acknowledge, name="assignment_acknowledge"),
    path("assignments/<uuid:pk>/undo/", tablet_acts.undo, name="assignment_undo"),
    path("requests/<uuid:pk>/done/", asks.done, name="request_done"),
    path("tablet/sw.js", tablet_offline.worker, name="tablet_worker"),
    path("tablet/manifest.webmanifest", tablet_offline.manifest, name="tablet_manifest"),
    path("tablet/shell/", tablet_offline.shell, name="tablet_shell"),
    path("tablet/session/", tablet_offline.session, name="tablet_session"),
    path("tablet/devices/", tablet_devices.listed, name="tablet_devices"),
    path("tablet/devices/<uuid:pk>/revoke/", tablet_devices.revoke, name="tablet_device_revoke"),
    path("tablet/refused/<uuid:pk>/open/", tablet_devices.open_refused, name="tablet_entry_open"),
    path("tablet/quarantine/<uuid:pk>/open/", tablet_devices.open_quarantined, name="tablet_quarantine_open"),
]
