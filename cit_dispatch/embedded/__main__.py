"""`python -m cit_dispatch.embedded COMMAND...`: run a command with the embedded services."""

import subprocess
import sys

from cit_dispatch.embedded import services


def main() -> int:
    """Run the command and answer with its exit status."""
    with services():
        return subprocess.run(sys.argv[1:] or ["env"]).returncode


if __name__ == "__main__":
    sys.exit(main())
