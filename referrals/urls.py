"""Addresses of the referral pages."""

from django.urls import path

from referrals import views

urlpatterns = [
    path("records/<uuid:pk>/refer/", views.make, name="referral_make"),
    path("referrals/", views.inbox, name="referrals"),
    path("referrals/<uuid:pk>/", views.referral, name="referral"),
    path("referrals/<uuid:pk>/move/", views.move, name="referral_move"),
    path("referrals/<uuid:pk>/contact/", views.contact, name="referral_contact"),
    path("referrals/<uuid:pk>/complete/", views.act, {"name": "complete"}, name="referral_complete"),
    path("referrals/<uuid:pk>/fail/", views.act, {"name": "fail"}, name="referral_fail"),
    path("referrals/<uuid:pk>/decline/", views.act, {"name": "decline"}, name="referral_decline"),
    path("referrals/<uuid:pk>/recall/", views.act, {"name": "recall"}, name="referral_recall"),
    path("referrals/<uuid:pk>/next-step/", views.act, {"name": "record_next_step"}, name="referral_next_step"),
]
