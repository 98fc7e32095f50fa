"""What the stand-in providers got, and how they are told to behave for each address."""

import itertools
import threading
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

KEPT = 500
EVERYBODY = "*"


class Mode(StrEnum):
    """How an address answers; what is kept is what a recipient would have got."""

    ACCEPT = "accept"
    INVALID = "4xx"  # no such number, or a subscription that is gone
    STOPPED = "stopped"  # the recipient asked for silence
    BUSY = "429"
    ERROR = "500"
    SLOW = "slow"
    SILENT = "silent"  # nothing is kept and nothing is answered
    ANSWER_LOST = "answer_lost"  # kept, and the line breaks before the answer
    HIDDEN = "hidden"  # kept, answered by a broken line, and not in the lists


class Receipts(StrEnum):
    """How the status of a message is reported back."""

    NONE = "none"
    IN_ORDER = "in_order"
    REORDERED = "reordered"
    REPLAYED = "replayed"
    FORGED = "forged"
    UNDELIVERED = "undelivered"


@dataclass(frozen=True)
class Arrived:
    """One message that was taken. `kind`: Messages, Calls, push or webhook; `headers` have lower-case names."""

    kind: str
    sid: str
    to: str
    body: str
    fields: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    hidden: bool = False
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


class Book:
    """Everything that arrived, the newest last, and the mode of each address."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._arrived: deque[Arrived] = deque(maxlen=KEPT)
        self._modes: dict[str, Mode] = {}
        self._receipts: dict[str, Receipts] = {}

    def number(self, prefix: str) -> str:
        """The next name, of the shape that Twilio gives."""
        return f"{prefix}{next(self._numbers):032x}"

    def keep(self, arrived: Arrived) -> None:
        """Write it down."""
        with self._lock:
            self._arrived.append(arrived)

    @property
    def arrived(self) -> list[Arrived]:
        """A copy, the newest last."""
        with self._lock:
            return list(self._arrived)

    def behave(self, to: str = EVERYBODY, mode: Mode | None = None, receipts: Receipts | None = None) -> None:
        """From now on answer this address so."""
        if mode is not None:
            self._modes[to] = mode
        if receipts is not None:
            self._receipts[to] = receipts

    def mode(self, to: str) -> Mode:
        """The address's own mode, or everybody's."""
        return self._modes.get(to) or self._modes.get(EVERYBODY, Mode.ACCEPT)

    def receipts(self, to: str) -> Receipts:
        """The address's own reports, or everybody's."""
        return self._receipts.get(to) or self._receipts.get(EVERYBODY, Receipts.NONE)
