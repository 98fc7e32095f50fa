"""The pages of the officer's tablet: devices, sealed entries, what came late."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import tablet_devices, tablet_offline

urlpatterns: list[URLPattern | URLResolver] = [
    path("tablet/sw.js", tablet_offline.worker, name="tablet_worker"),
    path("tablet/manifest.webmanifest", tablet_offline.manifest, name="tablet_manifest"),
    path("tablet/shell/", tablet_offline.shell, name="tablet_shell"),
    path("tablet/session/", tablet_offline.session, name="tablet_session"),
    path("tablet/devices/", tablet_devices.listed, name="tablet_devices"),
    path("tablet/devices/<uuid:pk>/revoke/", tablet_devices.revoke, name="tablet_device_revoke"),
    path("tablet/entries/<uuid:pk>/open/", tablet_devices.open_refused, name="tablet_entry_open"),
    path("tablet/quarantine/<uuid:pk>/open/", tablet_devices.open_quarantined, name="tablet_quarantine_open"),
]
