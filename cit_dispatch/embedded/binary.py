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
    source = Path(spec.origin).parent
    if runs(where, source / tree / program):
        return source / tree / program
    copy = where.data / f"programs-{version(package.replace('_', '-'))}" / package
    if not runs(where, copy / tree / program):
        _copy(source, tree, copy)
    return copy / tree / program


def _copy(source: Path, tree: str, copy: Path) -> None:
    shutil.rmtree(copy.parent, ignore_errors=True)
    shutil.copytree(source / tree, copy / tree, symlinks=True)
    # The programs find the libraries that came with them by their place beside the package.
    libraries = source.with_name(f"{source.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, copy.with_name(libraries.name), symlinks=True)
    subprocess.run(["chmod", "-R", "a+rX", str(copy.parent)], check=True)


def runs(where: Place, program: Path) -> bool:
    """Whether the services' user can execute the program."""
    try:
        done = subprocess.run([program, "--version"], cwd="/", capture_output=True, **where.identity)
    except (PermissionError, FileNotFoundError):
        return False
    return done.returncode == 0
