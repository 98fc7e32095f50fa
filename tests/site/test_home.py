"""Home, preferences and the demonstration district."""

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.test import Client

from officers.models import Agency, Officer, RoleGrant, User
from officers.roles import Role
from tests.cast import District


def signed_in(client: Client, district: District) -> User:
    """The dispatcher, signed in."""
    user = User.objects.get(pk=district.dispatcher.id)
    client.force_login(user)
    return user


def test_home_greets_a_person_and_sends_a_stranger_to_the_log_in(client: Client, district: District) -> None:
    assert client.get("/")["Location"].startswith("/accounts/login/")
    signed_in(client, district)
    page = client.get("/")
    assert page.status_code == 200
    assert b"Feldspar" in page.content


def test_preferences_are_kept_and_a_foreign_address_is_not_followed(client: Client, district: District) -> None:
    signed_in(client, district)
    wish = {"theme": "contrast", "density": "touch", "language": "es", "next": "https://elsewhere.example/"}
    assert client.post("/preferences/", wish)["Location"] == "/"
    page = client.get("/")
    assert b'data-theme="contrast"' in page.content
    assert b'lang="es"' in page.content


def test_keys_without_ctrl_can_be_switched_off(client: Client, district: District) -> None:
    signed_in(client, district)
    assert b'data-keys=""' in client.get("/").content
    client.post("/preferences/", {"theme": "", "density": "", "language": "en", "keys": "long"})
    assert b'data-keys="long"' in client.get("/").content


def test_a_setting_that_is_not_offered_changes_nothing(client: Client, district: District) -> None:
    user = signed_in(client, district)
    client.post("/preferences/", {"theme": "purple", "density": "", "language": "en"})
    assert User.objects.get(pk=user.pk).theme == ""


def test_the_demonstration_is_loaded_once_with_every_role(db: None) -> None:
    call_command("demo", verbosity=0)
    people = User.objects.count()
    call_command("demo", verbosity=0)
    assert User.objects.count() == people
    assert Agency.objects.count() == 1
    assert set(RoleGrant.objects.values_list("role", flat=True)) == set(Role.values)
    assert Officer.objects.count() == 30


def test_the_demonstration_is_refused_in_production(db: None, settings: LazySettings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError):
        call_command("demo", verbosity=0)
    assert not Agency.objects.exists()
