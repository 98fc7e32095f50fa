"""Addresses of the pages: roster."""

from django.urls import URLPattern, path

from officers.views import roster, roster_files, roster_people

urlpatterns: list[URLPattern] = [
    path("roster/", roster.roster, name="roster"),
    path("roster/export/", roster.export, name="roster_export"),
    path("roster/template/", roster.template, name="roster_template"),
    path("roster/import/", roster_files.upload, name="roster_import"),
    path("roster/import/take/", roster_files.take, name="roster_take"),
    path("roster/mine/", roster.mine, name="my_row"),
    path("officers/new/", roster_people.enroll, name="officer_enroll"),
    path("officers/<uuid:pk>/", roster.person, name="officer"),
    path("officers/<uuid:pk>/edit/", roster_people.edit, name="officer_edit"),
    path("officers/<uuid:pk>/deactivate/", roster_people.deactivate, name="officer_deactivate"),
    path("officers/<uuid:pk>/reactivate/", roster_people.reactivate, name="officer_reactivate"),
    path("officers/<uuid:pk>/restrict/", roster_people.restrict, name="officer_restrict"),
    path("officers/<uuid:pk>/photo/", roster_files.photo, name="officer_photo"),
    path("officers/<uuid:pk>/photo/change/", roster_people.photograph, name="officer_photograph"),
    path("restrictions/<uuid:pk>/lift/", roster_people.lift, name="restriction_lift"),
    path("certifications/<uuid:pk>/file/", roster_files.certificate, name="certification_file"),
]
