"""Django's command line. Without DATABASE_URL it uses the embedded PostgreSQL and Redis of the checkout."""

import os
import sys


def main() -> None:
    """Run one management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cit_dispatch.settings")
    from cit_dispatch import embedded

    with embedded.services():
        from django.core.management import execute_from_command_line

        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
