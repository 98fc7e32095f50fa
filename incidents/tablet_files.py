"""What a tablet keeps so that it opens without a signal: a named list of files, and the name of this very set."""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static

STYLES = ("tokens", "base", "shell", "components", "forms", "tablet", "tablet-offline")
PICTURES = ("icon.svg", "icons.svg", "icon-192.png")
FONTS = ("atkinson-hyperlegible-next-latin-wght-normal", "atkinson-hyperlegible-mono-latin-wght-normal")
SCRIPTS = "js/tablet"
WORKER = "js/tablet/worker.js"


def sheets() -> list[str]:
    """The styles of the page that opens without a signal, but for its own."""
    return [f"css/{name}.css" for name in STYLES[:-1]]


def names() -> list[str]:
    """The files, below the folder of static files."""
    found = finders.find(SCRIPTS)
    scripts = sorted(path.name for path in Path(str(found)).glob("*.js")) if found else []
    return [
        *(f"css/{name}.css" for name in STYLES),
        *PICTURES,
        *(f"vendor/fonts/{name}.woff2" for name in FONTS),
        *(f"{SCRIPTS}/{name}" for name in scripts),
    ]


def addresses() -> list[str]:
    """Each file as pages name it; a module is named by other modules too, and there without the mark of its version."""
    plain = [f"{settings.STATIC_URL}{name}" for name in names() if name.endswith(".js")]
    return sorted({*map(static, names()), *plain})


@lru_cache(maxsize=1)
def _fixed() -> str:
    return _digest()


def release() -> str:
    """The name of this set of files; another byte in any of them, or another page, is another name."""
    return _digest() if settings.DEBUG or settings.DEMO else _fixed()


def worker() -> str:
    """The text of the service worker."""
    return Path(str(finders.find(WORKER))).read_text()


def _digest() -> str:
    shell = settings.BASE_DIR / "templates" / "incidents" / "tablet"
    paths = [Path(str(finders.find(name))) for name in names()] + sorted(shell.glob("*.html"))
    together = hashlib.sha256()
    for path in paths:
        together.update(path.name.encode() + path.read_bytes())
    return together.hexdigest()[:16]
