"""Where one set of embedded services lives and who runs it."""

import hashlib
import os
import pwd
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

BASE_DIR = Path(__file__).resolve().parent.parent.parent
UNPRIVILEGED = ("postgres", "nobody")


class Identity(TypedDict, total=False):
    """How `subprocess` starts a program as another user; empty for our own."""

    user: str
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Place:
    """The folders of one set; `sockets` is short because a socket path ends at 107 characters."""

    name: str
    control: Path
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

    @property
    def identity(self) -> Identity:
        """What makes a program run as the services' user."""
        if self.user is None:
            return {}
        return {"user": self.user, "group": pwd.getpwnam(self.user).pw_gid, "extra_groups": []}


def place(name: str, base: Path = BASE_DIR) -> Place:
    """The place for `name` ("run" or "test") of this checkout; PostgreSQL refuses root, so root hands it over."""
    control = base / ".local"
    control.mkdir(exist_ok=True)
    mark = hashlib.sha256(f"{base}:{name}:{os.getuid()}".encode()).hexdigest()[:10]
    # Not the TMPDIR of the environment: that may be long.
    sockets = Path("/tmp") / f"cit-{mark}"
    if os.getuid() != 0:
        return Place(name, control, control / name, sockets, None)
    user = unprivileged()
    return Place(name, control, _data_of_root(control, name, user), sockets, user)


def unprivileged() -> str:
    """The existing user that root runs the services as."""
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in UNPRIVILEGED:
        if name in known:
            return name
    raise SystemExit("PostgreSQL does not run as root and there is no user postgres or nobody to run it as.")


def _data_of_root(control: Path, name: str, user: str) -> Path:
    """In the checkout; a checkout closed to that user, such as one in /root, records a folder outside it."""
    record = control / f"{name}.place"
    if record.exists():
        return Path(record.read_text().strip())
    if not subprocess.run(["test", "-x", control], user=user, cwd="/").returncode:
        return control / name
    outside = tempfile.mkdtemp(prefix="cit-", dir="/var/tmp")
    record.write_text(f"{outside}\n")
    return Path(outside)


def private_folder(where: Place, folder: Path) -> None:
    """Create the folder for the services' user alone; somebody else's folder of that name is refused."""
    owner = pwd.getpwnam(where.user).pw_uid if where.user else os.getuid()
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (owner, os.getuid()):
        raise SystemExit(f"{folder} belongs to another user. Remove it and start again.")
    folder.chmod(0o700)
    if where.user:
        os.chown(folder, owner, pwd.getpwnam(where.user).pw_gid)
