"""Creates the virtual environment with locked dependencies. Needs a Python 3.11 and nothing else."""

import argparse
import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"


def main() -> None:
    """Install the named lock file, unless that very file is installed already."""
    if sys.version_info < (3, 11):
        sys.exit("CIT Dispatch needs Python 3.11 or newer. Name one with: make PYTHON=python3.11 run")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lock", choices=["runtime", "dev"])
    name = parser.parse_args().lock
    lock = ROOT / "requirements" / f"{name}.lock"
    stamp = ROOT / ".venv" / f".installed-{name}"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if works() and stamp.exists() and stamp.read_text() == wanted:
        return
    if not works():
        venv.create(ROOT / ".venv", with_pip=True, clear=True)
    sys.stdout.write("Installing the locked dependencies ...\n")
    sys.stdout.flush()
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*command, "--require-hashes", "-r", str(lock)])
    if done.returncode:
        sys.exit("The dependencies could not be installed; the reason is above. Run the same command again.")
    stamp.write_text(wanted)


def works() -> bool:
    """Whether the environment has a Python that runs and a pip."""
    return PYTHON.exists() and not subprocess.run([str(PYTHON), "-c", "import pip"], capture_output=True).returncode


if __name__ == "__main__":
    main()
