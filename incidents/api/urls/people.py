"""Addresses of the API for people and their earlier contacts."""

from django.urls import URLPattern, URLResolver, path

from incidents.api import people, people_subjects

urlpatterns: list[URLPattern | URLResolver] = [
    path("people/search/", people.Search.as_view()),
    path("people/looks/", people.Looks.as_view()),
    path("people/<uuid:pk>/", people.OnePerson.as_view()),
    path("people/<uuid:pk>/reasons/", people.Reasons.as_view()),
    path("people/<uuid:pk>/guardians/", people.Guardians.as_view()),
    path("people/<uuid:pk>/hold/", people.Hold.as_view()),
    path("people/<uuid:pk>/release/", people.Release.as_view()),
    path("people/<uuid:pk>/conflict/", people.Conflict.as_view()),
    path("people/<uuid:pk>/merges/", people.Merges.as_view()),
    path("guardians/<uuid:pk>/end/", people.GuardianEnd.as_view()),
    path("merges/<uuid:pk>/", people.OneMerge.as_view()),
    path("merges/<uuid:pk>/undo/", people.Undo.as_view()),
    path("subjects/<uuid:pk>/suggestions/", people_subjects.Suggestions.as_view()),
    path("subjects/<uuid:pk>/search/", people_subjects.SubjectSearch.as_view()),
    path("subjects/<uuid:pk>/link/", people_subjects.Link.as_view()),
    path("subjects/<uuid:pk>/new-person/", people_subjects.NewPerson.as_view()),
    path("subjects/<uuid:pk>/unlink/", people_subjects.Unlink.as_view()),
    path("subjects/<uuid:pk>/facts/", people_subjects.Facts.as_view()),
]
