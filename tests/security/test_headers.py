"""Every HTML answer carries the same headers, errors included."""

import pytest
from django.conf import settings
from django.test import Client

from officers.models import User
from tests.cast import District

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "report-uri /csp-report",
}


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/no-such-page/", "/styleguide/"])
def test_the_policy_is_the_same_on_every_page(path: str, client: Client, district: District) -> None:
    client.force_login(User.objects.get(pk=district.dispatcher.id))
    answer = client.get(path)
    assert set(answer["Content-Security-Policy"].split("; ")) == POLICY
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]


def test_a_missing_page_says_so_without_its_query_or_a_stack(client: Client, district: District) -> None:
    client.force_login(User.objects.get(pk=district.dispatcher.id))
    answer = client.get("/no-such-page/?q=planted-word")
    assert answer.status_code == 404
    for word in (b"planted-word", b"Traceback", b"urlpatterns"):
        assert word not in answer.content


def test_the_session_is_kept_in_postgresql_and_cannot_be_read_by_script() -> None:
    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_HTTPONLY
