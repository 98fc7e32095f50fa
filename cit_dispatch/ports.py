"""The ports of `make run`: the web's is the one that was asked for, the stand-ins' may be any."""

import os
import socket
import sys

DEFAULTS = {"PORT": 8000, "MAIL_PORT": 1025, "MAIL_PAGE_PORT": 8025, "PROVIDERS_PORT": 8026}
HOST = "127.0.0.1"


def choose() -> None:
    """Put every port into the environment; leave with a plain message when one that was asked for is taken."""
    for name, usual in DEFAULTS.items():
        asked = os.environ.get(name)
        port = _number(name, asked) if asked else usual
        fault = _fault(port)
        if fault and (asked or name == "PORT"):
            another = port + 1 if port < 65535 else usual
            sys.exit(f"Port {port} cannot be used ({fault}). Choose another one: {name}={another} make run")
        os.environ[name] = str(_any() if fault else port)


def _number(name: str, text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        sys.exit(f"{name} is {text!r} and must be a port number, such as {DEFAULTS[name]}.")
    return int(text)


def _fault(port: int) -> str:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            return error.strerror or "unknown fault"
    return ""


def _any() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
