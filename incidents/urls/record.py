"""The pages of the de-escalation record."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import records, records_amend, records_print, records_review, restricting

urlpatterns: list[URLPattern | URLResolver] = [
    path("incidents/<uuid:pk>/record/", records.begin, name="record_begin"),
    path("incidents/<uuid:pk>/record/another/", records.begin, {"another": True}, name="record_another"),
    path("records/", records_review.listed, name="records"),
    path("records/<uuid:pk>/", records.edit, name="record_edit"),
    path("records/<uuid:pk>/keep/", records.keep, name="record_keep"),
    path("records/<uuid:pk>/confirm/", records.confirm, name="record_confirm"),
    path("records/<uuid:pk>/files/", records.attach, name="record_files"),
    path("record-files/<uuid:pk>/", records.file, name="record_file"),
    path("records/<uuid:pk>/move/", records_review.move, name="record_move"),
    path("records/<uuid:pk>/return/", records_review.send_back, name="record_return"),
    path("records/<uuid:pk>/restrict/", restricting.restrict, name="record_restrict"),
    path("records/<uuid:pk>/amend/<slug:section>/", records_amend.amend, name="record_amend"),
    path("record-amendments/<uuid:pk>/", records_amend.decide, name="amendment"),
    path("records/<uuid:pk>/print/", records_print.print_out, name="record_print"),
]
