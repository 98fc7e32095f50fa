"""Where one set of embedded services lives, who runs it, and which binaries that user can execute."""

import hashlib
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

BASE_DIR = Path(__file__).resolve().parent.parent.parent
UNPRIVILEGED = ("postgres", "nobody")


@dataclass(frozen=True)
class Place:
    """The folders of one set; `sockets` is short because a socket path ends at 107 characters."""

    data: Path
    sockets: Path
    user: str | None

    def database_url(self, role: str, name: str = "cit") -> str:
        """The URL of a database for a role, over the private socket."""
        return f"postgres://{role}@{quote(str(self.sockets), safe='')}/{name}"

    @property
    def redis_socket(self) -> Path:
        """The socket of the broker."""
        return self.sockets / "redis.sock"

    @property
    def redis_url(self) -> str:
        """The URL of the broker, over the private socket."""
        return f"redis+socket://{self.redis_socket}"


def place(name: str) -> Place:
    """The place for `name` ("run" or "test"); PostgreSQL refuses root, so root hands it to another user."""
    mark = hashlib.sha256(f"{BASE_DIR}:{name}:{os.getuid()}".encode()).hexdigest()[:10]
    # Not the TMPDIR of the environment: that may be long.
    sockets = Path("/tmp") / f"cit-{mark}"  # the folder is private, see private_folder
    if os.getuid() != 0:
        return Place(BASE_DIR / ".local" / name, sockets, None)
    # A checkout under a private home is closed to that user, so root keeps the data outside it.
    return Place(Path("/var/tmp") / f"cit-{mark}", sockets, unprivileged())


def unprivileged() -> str:
    """The existing user that root runs the services as."""
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in UNPRIVILEGED:
        if name in known:
            return name
    raise SystemExit("PostgreSQL does not run as root and there is no user postgres or nobody to run it as.")


def private_folder(where: Place, folder: Path) -> None:
    """Create the folder for the services' user alone; somebody else's folder of that name is refused."""
    owner = pwd.getpwnam(where.user).pw_uid if where.user else os.getuid()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (owner, os.getuid()):
        raise SystemExit(f"{folder} belongs to another user. Remove it and start again.")
    folder.chmod(0o700)
    if where.user:
        os.chown(folder, owner, pwd.getpwnam(where.user).pw_gid)


def binary(where: Place, package: str, tree: str, program: str) -> Path:
    """A packaged program the services' user can execute: in the environment, or a copy beside the data."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed. Run `make setup`.")
    source = Path(spec.origin).parent / tree
    if _runs(where, source / program):
        return source / program
    copy = where.data / package
    if not _runs(where, copy / program):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(source, copy, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", str(copy)], check=True)
    return copy / program


def _runs(where: Place, program: Path) -> bool:
    try:
        done = subprocess.run([program, "--version"], user=where.user, cwd="/", capture_output=True)
    except (PermissionError, FileNotFoundError):
        return False
    return done.returncode == 0
