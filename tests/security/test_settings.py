"""A production start that is half configured stops, and names what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

WHOLE = {
    "SECRET_KEY": "s" * 60,
    "TABLET_KEY": "t" * 60,
    "ALLOWED_HOSTS": "dispatch.example.org",
    "PUBLIC_URL": "https://dispatch.example.org",
    "DATABASE_URL": "postgres://cit_app@db/cit",
    "REDIS_URL": "redis://redis:6379/0",
    "EMAIL_URL": "smtp://mail:25",
    "UPLOADS_DIR": "/var/lib/cit/uploads",
}


COOKIE = "import cit_dispatch.settings as s; print(s.SESSION_COOKIE_NAME, s.DEBUG)"


def start(environment: dict[str, str], code: str = COOKIE) -> "subprocess.CompletedProcess[str]":
    """Load the settings in a process that knows nothing else."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**keep, **environment},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_whole_production_environment_starts_with_host_bound_cookies() -> None:
    done = start(WHOLE)
    assert done.stdout.split() == ["__Host-cit", "False"], done.stderr


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_missing_variable_is_named(name: str) -> None:
    done = start({key: value for key, value in WHOLE.items() if key != name})
    assert done.returncode != 0
    assert f"{name} is not set" in done.stderr


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "key"
    secret.write_text("k" * 60)
    rest = {key: value for key, value in WHOLE.items() if key != "SECRET_KEY"}
    assert start({**rest, "SECRET_KEY_FILE": str(secret)}).returncode == 0


def test_debug_never_runs_in_production() -> None:
    done = start({**WHOLE, "DEBUG": "1"})
    assert done.returncode != 0
    assert "DEBUG" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "garbage"),
        ("DATABASE_URL", "mysql://cit_app@db/cit"),
        ("DATABASE_URL", "postgres://cit_app@db:port/cit"),
        ("DATABASE_URL", "postgres://"),
        ("REDIS_URL", "redis"),
        ("EMAIL_URL", "mail.example.org"),
        ("PUBLIC_URL", "dispatch.example.org"),
    ],
)
def test_half_an_address_is_refused_by_name_and_not_shown(name: str, value: str) -> None:
    done = start({**WHOLE, name: value})
    assert done.returncode != 0
    said = done.stderr.strip().splitlines()[-1].partition(", such as")[0]
    assert f"{name} must be a whole address" in said
    assert value not in said


def test_a_number_that_is_none_is_refused_by_name() -> None:
    assert "LOCKOUT_ATTEMPTS must be a whole number, such as 5." in start({**WHOLE, "LOCKOUT_ATTEMPTS": "five"}).stderr


def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    done = start({**WHOLE, "SECRET_KEY_FILE": str(tmp_path / "nothing")})
    assert "SECRET_KEY_FILE names a file that cannot be read: No such file or directory." in done.stderr


def test_the_line_break_at_the_end_of_a_secrets_file_is_no_part_of_it(tmp_path: Path) -> None:
    secret = tmp_path / "url"
    secret.write_text("postgres://cit_app@db/cit\n")
    rest = {key: value for key, value in WHOLE.items() if key != "DATABASE_URL"}
    code = "import cit_dispatch.settings as s; print(repr(s.DATABASES['default']['NAME']))"
    assert start({**rest, "DATABASE_URL_FILE": str(secret)}, code).stdout.strip() == "'cit'"


def test_a_command_says_what_is_wrong_in_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        env={**os.environ, "DATABASE_URL": "garbage", "REDIS_URL": "redis://localhost:1/0"},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "DATABASE_URL must be a whole address" in done.stderr
