"""The gate before the password: counted first, verified after."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.conf import LazySettings
from django.contrib.auth import authenticate, hashers
from django.core.management import call_command
from django.db import connection
from django.test import Client

from core import gate
from officers.models import User
from officers.roles import Role
from tests.cast import District, build, person

SECRET = "a long enough secret of one person"


def known(district: District, name: str = "Marigold") -> User:
    """A person who has a password."""
    user = person(district.campus.agency, name, Role.COUNSELOR)
    user.set_password(SECRET)
    user.save()
    return user


def test_the_right_password_opens_and_forgets_earlier_tries(district: District) -> None:
    user = known(district)
    assert authenticate(None, email=user.email, password="wrong") is None
    assert authenticate(None, email=user.email.upper(), password=SECRET) == user
    assert not gate.release("password", user.email)


def test_after_five_wrong_tries_the_right_password_no_longer_helps_until_it_is_released(district: District) -> None:
    user = known(district)
    for _ in range(5):
        assert authenticate(None, email=user.email, password="wrong") is None
    assert authenticate(None, email=user.email, password=SECRET) is None
    assert gate.release("password", user.email)
    assert authenticate(None, email=user.email, password=SECRET) == user


def test_a_deactivated_person_is_not_let_in(district: District) -> None:
    user = known(district)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert authenticate(None, email=user.email, password=SECRET) is None


@pytest.mark.django_db(transaction=True)
def test_of_forty_parallel_tries_at_most_five_are_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    user = known(build("sotol"))
    verified: list[str] = []
    real = hashers.check_password

    def counting(password: str | None, encoded: str, *args: object, **kwargs: object) -> bool:
        verified.append(encoded)
        return bool(real(password, encoded, *args, **kwargs))

    monkeypatch.setattr("django.contrib.auth.base_user.check_password", counting)
    ready = Barrier(8)

    def attack(number: int) -> None:
        ready.wait()
        for turn in range(5):
            spelled = user.email.upper() if (number + turn) % 2 else f"{user.email} "
            authenticate(None, email=spelled, password="wrong")
        connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(attack, range(8)))
    assert 1 <= len([row for row in verified if row == user.password]) <= 5


def test_the_log_in_page_answers_known_and_unknown_alike(district: District, client: Client) -> None:
    user = known(district)
    answers = [
        client.post("/accounts/login/", {"login": address, "password": "wrong"})
        for address in (user.email, "nobody@example.org")
    ]
    texts = [a.content.decode().replace(user.email, "").replace("nobody@example.org", "") for a in answers]
    assert answers[0].status_code == answers[1].status_code
    assert len(texts[0]) == len(texts[1])


def test_nobody_signs_up(client: Client, db: None) -> None:
    assert client.get("/accounts/signup/").status_code in (302, 404)
    assert not User.objects.exists()


def test_one_click_log_in_exists_in_the_demonstration_only(client: Client, db: None, settings: LazySettings) -> None:
    call_command("demo", verbosity=0)
    email = User.objects.filter(grants__role=Role.DISPATCHER).order_by("email").values_list("email", flat=True)[0]
    settings.DEMO = False
    assert client.post("/demo-login/", {"email": email}).status_code == 404
    assert b"demo-login" not in client.get("/accounts/login/").content
    settings.DEMO = True
    page = client.get("/accounts/login/?next=/board/").content.decode()
    assert page.count('name="next" value="/board/"') == page.count('action="/demo-login/"') + 1
    assert client.post("/demo-login/", {"email": email})["Location"] == "/"
    assert client.post("/demo-login/", {"email": email, "next": "/board/"})["Location"] == "/board/"
    assert client.post("/demo-login/", {"email": email, "next": "https://elsewhere.example/"})["Location"] == "/"
    assert client.get("/").status_code == 200
