"""Make the pictures of the README anew, from one real case walked through a real browser."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
WALKS = (
    "tests/browser/test_journey.py",
    "tests/browser/test_readiness_tour.py",
    "tests/browser/test_console_tour.py",
)
# The walk's name of a picture, and what the README calls it.
WANTED = {
    "board-desktop": "board",
    "tablet-tablet": "tablet",
    "record-tablet": "record",
    "outcomes-desktop": "outcomes",
    "coverage-desktop": "coverage",
    "console-dark-desktop": "console",
}


def main() -> None:
    """Walk into a temporary folder, then keep the pictures that the README shows."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CIT_PICTURES": folder, "CIT_REQUIRE_BROWSER": "1"}
        command = [sys.executable, "-m", "pytest", *WALKS]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        PICTURES.mkdir(parents=True, exist_ok=True)
        for wanted, name in WANTED.items():
            (source,) = Path(folder).glob(f"*-{wanted}.png")
            shutil.copyfile(source, PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
