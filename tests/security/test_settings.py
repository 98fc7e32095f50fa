"""A production start that is half configured stops, and names what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

WHOLE = {
    "SECRET_KEY": "s" * 60,
    "ALLOWED_HOSTS": "dispatch.example.org",
    "PUBLIC_URL": "https://dispatch.example.org",
    "DATABASE_URL": "postgres://cit_app@db/cit",
    "REDIS_URL": "redis://redis:6379/0",
    "EMAIL_URL": "smtp://mail:25",
    "UPLOADS_DIR": "/var/lib/cit/uploads",
}


def start(environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """Load the settings in a process that knows nothing else."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "import cit_dispatch.settings as s; print(s.SESSION_COOKIE_NAME, s.DEBUG)"],
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
