"""A locked log-in is released by an administrator of the same agency, and the ledger keeps who and why."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from core import gate
from core.models import Event
from officers.models import User
from officers.roles import Role
from tests.cast import District, person

SECRET = "a long enough secret of one person"


def locked(district: District) -> User:
    """A person who has tried too often."""
    user = person(district.campus.agency, "Marigold", Role.COUNSELOR)
    user.set_password(SECRET)
    user.save()
    for _ in range(5):
        assert authenticate(None, email=user.email, password="wrong") is None
    assert authenticate(None, email=user.email, password=SECRET) is None
    return user


def administrator(district: District) -> User:
    """The agency's system administrator."""
    return person(district.campus.agency, "Beryl", Role.SYSTEM_ADMIN)


def release(user: User, by: User, reason: str = "in_person") -> str:
    """The command, and what it says."""
    said = StringIO()
    call_command("release_lockout", user.email.upper(), "--by", by.email, "--reason", reason, stdout=said)
    return said.getvalue()


def test_an_administrator_releases_a_locked_log_in_and_the_ledger_keeps_who_and_why(district: District) -> None:
    user, admin = locked(district), administrator(district)
    assert release(user, admin, "by_phone") == f"{user.email} can log in again.\n"
    assert authenticate(None, email=user.email, password=SECRET) == user
    event = Event.objects.get(type="account.released")
    assert (event.record_id, event.facts) == (user.pk, {"reason": "by_phone"})
    assert str(admin.pk) in event.payload


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SYSTEM_ADMIN])
def test_nobody_else_releases_it(role: Role, district: District) -> None:
    user = locked(district)
    with pytest.raises(CommandError, match=r"account\.release"):
        release(user, person(district.campus.agency, "Basalt2", role))
    assert authenticate(None, email=user.email, password=SECRET) is None
    assert not Event.objects.exists()


def test_an_administrator_of_another_agency_does_not_release_it(district: District, neighbor: District) -> None:
    user = locked(district)
    with pytest.raises(CommandError):
        release(user, administrator(neighbor))
    assert authenticate(None, email=user.email, password=SECRET) is None
    assert not Event.objects.exists()


def test_a_log_in_that_is_open_is_said_to_be_open_and_nothing_is_recorded(district: District) -> None:
    user, admin = locked(district), administrator(district)
    assert gate.release("password", user.email)
    with pytest.raises(CommandError, match="is open"):
        release(user, admin)
    assert not Event.objects.exists()


def test_an_unknown_address_or_reason_is_named(district: District) -> None:
    admin = administrator(district)
    with pytest.raises(CommandError, match=r"nobody@example\.org"):
        call_command("release_lockout", "nobody@example.org", "--by", admin.email, "--reason", "in_person")
    with pytest.raises(CommandError, match="because"):
        call_command("release_lockout", admin.email, "--by", admin.email, "--reason", "because")
