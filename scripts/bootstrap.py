"""Creates the virtual environment with locked dependencies. Needs a Python 3.11 and nothing else."""

import argparse
import fcntl
import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
# Present while pip works: what an interrupt left half-installed cannot be told from what is whole.
UNFINISHED = ENVIRONMENT / ".unfinished"


def main() -> None:
    """Install the named lock file, unless that very file is installed already."""
    if sys.version_info < (3, 11):
        sys.exit("CIT Dispatch needs Python 3.11 or newer. Name one with: make PYTHON=python3.11 run")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lock", choices=["runtime", "dev"])
    lock = ROOT / "requirements" / f"{parser.parse_args().lock}.lock"
    try:
        (ROOT / ".local").mkdir(exist_ok=True)
        with (ROOT / ".local" / "bootstrap.lock").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            install(lock, ENVIRONMENT / f".installed-{lock.stem}")
    except KeyboardInterrupt:
        sys.exit("Interrupted. The same command takes it up again.")
    except OSError as error:
        sys.exit(f"{error.filename} cannot be written: {error.strerror}. Run as the owner of this folder.")


def install(lock: Path, stamp: Path) -> None:
    """Bring the environment to what the lock file says."""
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    whole = works() and not UNFINISHED.exists()
    if whole and stamp.exists() and stamp.read_text() == wanted:
        return
    if not whole:
        create()
    say("Installing the locked dependencies; the first time takes a few minutes ...")
    UNFINISHED.touch()
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*command, "--require-hashes", "-r", str(lock)]).returncode:
        sys.exit("The dependencies could not be installed; the reason is above. Run the same command again.")
    stamp.write_text(wanted)
    UNFINISHED.unlink()


def create() -> None:
    """A new, empty environment."""
    say("Creating the virtual environment ...")
    try:
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
    except subprocess.CalledProcessError:
        sys.exit("This Python cannot create an environment with pip. On Debian and Ubuntu: apt install python3-venv")


def works() -> bool:
    """Whether the environment has a Python that runs and a pip."""
    return PYTHON.exists() and not subprocess.run([str(PYTHON), "-c", "import pip"], capture_output=True).returncode


def say(text: str) -> None:
    """Tell what takes time."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
