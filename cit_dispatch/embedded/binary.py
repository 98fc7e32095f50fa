"""The packaged programs, where the services' user can execute them."""

import importlib.util
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

from cit_dispatch.embedded.place import Place


def binary(where: Place, package: str, tree: str, program: str) -> Path:
    """A packaged program: in the environment, or a copy beside the data when that is closed to the user."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed. Run `make setup`.")
    source = Path(spec.origin).parent / tree
    if _runs(where, source / program):
        return source / program
    copy = where.data / f"{package}-{version(package.replace('_', '-'))}"
    if not _runs(where, copy / program):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(source, copy, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", str(copy)], check=True)
    return copy / program


def _runs(where: Place, program: Path) -> bool:
    try:
        done = subprocess.run([program, "--version"], cwd="/", capture_output=True, **where.identity)
    except (PermissionError, FileNotFoundError):
        return False
    return done.returncode == 0
