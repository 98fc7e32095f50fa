"""`python -m cit_dispatch.embedded COMMAND...` runs a command with the services; `... clean` removes their data."""

import subprocess
import sys

from cit_dispatch.embedded import remove, services


def main() -> int:
    """Run the command and answer with its exit status."""
    if sys.argv[1:] == ["clean"]:
        for name in ("run", "test"):
            remove(name)
        return 0
    with services():
        return subprocess.run(sys.argv[1:] or ["env"]).returncode


if __name__ == "__main__":
    sys.exit(main())
