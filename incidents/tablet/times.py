"""Three clocks of one entry: when it was made and sent by the device's clock, when it came by the server's."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FLAGGED = timedelta(seconds=120)
LATE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Times:
    """The three times and what follows from them."""

    captured_at: datetime
    sent_at: datetime
    recorded_at: datetime

    @property
    def offset(self) -> timedelta:
        """How far the device's clock is behind the server's."""
        return self.recorded_at - self.sent_at

    @property
    def order_at(self) -> datetime:
        """When it happened, by the server's clock: never after it was recorded."""
        return min(self.recorded_at, self.recorded_at - (self.sent_at - self.captured_at))

    @property
    def flagged(self) -> bool:
        """Whether the device's clock is so wrong that somebody should set it."""
        return abs(self.offset) > FLAGGED

    @property
    def late(self) -> bool:
        """Whether it was sent long after it was made."""
        return self.sent_at - self.captured_at > LATE

    @property
    def offset_s(self) -> int:
        """The offset in whole seconds."""
        return round(self.offset.total_seconds())
