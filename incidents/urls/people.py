"""The pages of people and their earlier contacts."""

from django.urls import URLPattern, URLResolver, path

from incidents.views import people, people_merges, people_subjects

urlpatterns: list[URLPattern | URLResolver] = [
    path("people/", people.search, name="people"),
    path("people/looks/", people.looks, name="people_looks"),
    path("people/<uuid:pk>/", people.person, name="person"),
    path("people/<uuid:pk>/edit/", people.edit, name="person_edit"),
    path("people/<uuid:pk>/guardians/", people.guardians, name="person_guardians"),
    path("people/<uuid:pk>/hold/", people.hold, name="person_hold"),
    path("people/<uuid:pk>/release/", people.release, name="person_release"),
    path("people/<uuid:pk>/conflict/", people.conflict, name="person_conflict"),
    path("people/<uuid:pk>/merge/", people_merges.merge, name="person_merge"),
    path("guardians/<uuid:pk>/end/", people.end_guardian, name="guardian_end"),
    path("merges/<uuid:pk>/", people_merges.merged, name="person_merge_done"),
    path("subjects/<uuid:pk>/person/", people_subjects.who, name="subject_person"),
    path("subjects/<uuid:pk>/link/", people_subjects.link, name="subject_link"),
    path("subjects/<uuid:pk>/new-person/", people_subjects.create, name="subject_new_person"),
    path("subjects/<uuid:pk>/unlink/", people_subjects.unlink, name="subject_unlink"),
    path("subjects/<uuid:pk>/facts/", people_subjects.describe, name="subject_facts"),
]
