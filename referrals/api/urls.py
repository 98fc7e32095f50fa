"""Addresses of the referral API."""

from django.urls import path

from referrals.api import views

urlpatterns = [
    path("records/<uuid:pk>/referrals/", views.Make.as_view(), name="api_referral_make"),
    path("referrals/", views.Inbox.as_view(), name="api_referrals"),
    path("referrals/<uuid:pk>/", views.Detail.as_view(), name="api_referral"),
    path("referrals/<uuid:pk>/contacts/", views.Contacts.as_view(), name="api_referral_contacts"),
    path("referrals/<uuid:pk>/moves/", views.Moves.as_view(), name="api_referral_moves"),
]
