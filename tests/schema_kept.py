"""The migrated test database as a file: migrating takes a minute, reading it back a few seconds.

The file is named by all that decides the schema, so that a change of any of it migrates anew.
"""

import fcntl
import hashlib
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import environ

from cit_dispatch.embedded.binary import binary
from cit_dispatch.embedded.place import place
from cit_dispatch.embedded.postgres import PACKAGE, TREE

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".local"
DECIDING = (
    "*/migrations/**/*.py",
    "core/**/*.py",
    "*/models/**/*.py",
    "cit_dispatch/embedded/*.sql",
    "requirements/*.lock",
)


def filled(name: str, migrate: Callable[[], None]) -> None:
    """Fill the new, empty database of this name: from the file, or by `migrate`, after which the file is written.

    Processes of one run take turns, so that only the first of them migrates.
    """
    path = FOLDER / f"schema-{_fingerprint()}.sql"
    with _turn():
        if path.exists():
            _client("psql", name, "-q", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, "-f", str(path))
            return
        migrate()
        half = path.with_suffix(f".{os.getpid()}")
        _client("pg_dump", name, "-f", str(half))
        for old in FOLDER.glob("schema-*.sql"):
            old.unlink()
        half.rename(path)


def _fingerprint() -> str:
    found = hashlib.sha256()
    for path in sorted(path for pattern in DECIDING for path in ROOT.glob(pattern)):
        found.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:16]


@contextmanager
def _turn() -> Iterator[None]:
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / "schema.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _client(program: str, name: str, *arguments: str) -> None:
    where = place(f"test{os.environ.get('PYTEST_XDIST_WORKER', '')}")
    config = environ.Env.db_url_config(os.environ["ADMIN_DATABASE_URL"])
    address = ["-h", config["HOST"].replace("%2F", "/").replace("%2f", "/"), "-U", config["USER"], "-d", name]
    command = [str(binary(where, PACKAGE, TREE, f"bin/{program}")), *address, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{program} could not work on {name}: {done.stderr.strip()[-2000:]}")
