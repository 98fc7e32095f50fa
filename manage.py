"""Django's command line. Without DATABASE_URL it uses the embedded PostgreSQL and Redis of the checkout."""

import os
import signal
import sys
from pathlib import Path


def main() -> None:
    """Run one management command; migrations run as the role that owns the tables."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cit_dispatch.settings")
    try:
        from cit_dispatch import embedded
    except ImportError:
        _with_own_environment()
        raise
    # Asked to end, it ends the way Ctrl-C does, so that the services it started stop too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with embedded.services():
        if sys.argv[1:2] == ["migrate"] and "MIGRATE_DATABASE_URL" in os.environ:
            os.environ["DATABASE_URL"] = os.environ["MIGRATE_DATABASE_URL"]
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line

        try:
            execute_from_command_line(sys.argv)
        except ImproperlyConfigured as error:
            sys.exit(str(error))


def _with_own_environment() -> None:
    """Started with a Python that lacks the dependencies: go on with the one of `make setup`, if there is one."""
    own = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
    if own.exists() and Path(sys.prefix) != own.parent.parent:
        os.execv(own, [str(own), *sys.argv])
    sys.exit("The dependencies are missing. Run `make setup` first.")


if __name__ == "__main__":
    main()
