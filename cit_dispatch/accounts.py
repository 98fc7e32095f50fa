"""The routes of an account: only what this system offers of django-allauth."""

from allauth.account import views
from django.urls import path

from cit_dispatch import pages

urlpatterns = [
    path("login/", pages.sign_in, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("inactive/", views.account_inactive, name="account_inactive"),
]
