"""Addresses of the API of the de-escalation record."""

from django.urls import URLPattern, path

from incidents.api import records

urlpatterns: list[URLPattern] = [
    path("incidents/<uuid:pk>/records/", records.Records.as_view(), name="api_incident_records"),
    path("records/form/", records.RecordForm.as_view(), name="api_record_form"),
    path("records/policy/", records.Policy.as_view(), name="api_record_policy"),
    path("records/<uuid:pk>/", records.OneRecord.as_view(), name="api_record"),
    path("records/<uuid:pk>/moves/", records.RecordMoves.as_view(), name="api_record_moves"),
    path("records/<uuid:pk>/confirm/", records.Confirmation.as_view(), name="api_record_confirm"),
    path("records/<uuid:pk>/amendments/", records.Amendments.as_view(), name="api_record_amendments"),
    path("records/<uuid:pk>/versions/", records.Versions.as_view(), name="api_record_versions"),
    path("records/<uuid:pk>/files/", records.RecordFiles.as_view(), name="api_record_files"),
    path("record-files/<uuid:pk>/", records.OneRecordFile.as_view(), name="api_record_file"),
    path("record-amendments/<uuid:pk>/moves/", records.AmendmentMoves.as_view(), name="api_amendment_moves"),
]
