"""Addresses of the API for the officer's tablet: devices, sealed entries, what came late."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import field, tablet, tablet_again, tablet_bundle, tablet_keys, tablet_watch

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/commands", tablet.Commands.as_view(), name="api_incident_commands"),
    path("requests/", field.FieldRequests.as_view(), name="api_requests"),
    path("requests/<uuid:pk>/done/", field.FieldRequestDone.as_view(), name="api_request_done"),
    path("tablet", tablet_bundle.Bundle.as_view(), name="api_tablet"),
    path("tablet/key", tablet_keys.Key.as_view(), name="api_tablet_key"),
    path("tablet/devices", tablet_keys.Devices.as_view(), name="api_tablet_devices"),
    path("tablet/devices/<uuid:pk>/revoke", tablet_watch.Revoke.as_view(), name="api_tablet_revoke"),
    path("tablet/quarantine", tablet_watch.Quarantine.as_view(), name="api_tablet_quarantine"),
    path("tablet/gaps", tablet_watch.Gaps.as_view(), name="api_tablet_gaps"),
    path("tablet/refused/<uuid:pk>/seen", tablet_watch.Seen.as_view(), name="api_tablet_seen"),
    path("tablet/devices/again", tablet_again.Again.as_view(), name="api_tablet_device_again"),
]
