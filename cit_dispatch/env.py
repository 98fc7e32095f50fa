"""The environment, read with refusals that name the variable and never show its value."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DATABASE = ("postgres", "postgresql")
BROKER = ("redis", "rediss", "redis+socket")
MAIL = tuple(environ.Env.EMAIL_SCHEMES)
WEB = ("http", "https")

T = TypeVar("T")
_env = environ.FileAwareEnv()
if (BASE_DIR / ".env").exists():
    _env.read_env(BASE_DIR / ".env")


def text(name: str, default: str = "") -> str:
    """The value, or what the file named by NAME_FILE holds; a file made by `echo` ends with a line break."""
    return str(_read(name, lambda: _env.str(name, default=default))).strip()


def yes(name: str, *, default: bool) -> bool:
    """Whether it is switched on."""
    return bool(_read(name, lambda: _env.bool(name, default=default)))


def number(name: str, default: int) -> int:
    """A whole number that is not negative."""
    found = text(name, str(default))
    if not found.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, such as {default}.")
    return int(found)


def names(name: str, default: Iterable[str]) -> list[str]:
    """A list, separated by commas."""
    return [part.strip() for part in text(name, ",".join(default)).split(",") if part.strip()]


def demo() -> bool:
    """Whether this is the demonstration, which is never on by accident: only `make` and developers set it."""
    return yes("CIT_DEMO", default=False)


def required(name: str, *, in_development: str) -> str:
    """A value production must be given; development and the demo fall back to the stated one."""
    found = text(name, in_development if demo() else "")
    if not found:
        raise ImproperlyConfigured(
            f"{name} is not set. CIT Dispatch does not start half-configured: set {name} "
            f"(or {name}_FILE naming a file that holds it), or set CIT_DEMO=1 for the demonstration."
        )
    return found


def address(name: str, schemes: tuple[str, ...], *, in_development: str) -> str:
    """A required URL of one of these kinds; half a URL is refused here, where its name is known."""
    found = required(name, in_development=in_development)
    if not _whole(found, schemes):
        raise ImproperlyConfigured(f"{name} must be a whole address, such as {in_development}")
    return found


def _whole(found: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(found)
        # Asking for the port is what makes a wrong one known.
        leads = parts.port is not None or bool(parts.netloc or parts.path.strip("/"))
    except ValueError:
        return False
    return parts.scheme in schemes and leads


def _read(name: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except OSError as error:
        raise ImproperlyConfigured(f"{name}_FILE names a file that cannot be read: {error.strerror}.") from error
