"""Queues of several devices with wrong clocks, sent in any order, with repeats and lost answers: one timeline."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.actors import Actor
from incidents.models import Assignment, Device, Incident, IncidentNote, TabletCommand
from incidents.services import tablet_commands
from incidents.tablet.envelope import Sent
from incidents.tablet.times import Times
from tests.cast import District

BEGAN = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)
BACK = BEGAN + timedelta(hours=3)
HOUR = 3600


@dataclass
class Queue:
    """One device offline: how wrong its clock is, and when each entry was made in truth."""

    device: Device
    skew: timedelta
    made: list[datetime]
    keys: list[UUID]
    next: int = 0

    def sent(self, number: int, at: datetime) -> Sent:
        """An entry as the device says it, with both times by its own clock."""
        key = self.keys[number]
        made = self.made[number] + self.skew
        words = {"text": f"{self.device.name} {number}"}
        return Sent(key, "note", made, f"{key}", seq=number + 1, sent_at=at + self.skew, data=words)


moments = st.lists(st.integers(0, 2 * HOUR), min_size=1, max_size=3, unique=True).map(sorted)
queues = st.lists(st.tuples(st.integers(-HOUR, HOUR), moments), min_size=1, max_size=3)
# Which device is heard next, and whether the answer is lost on its way back.
sendings = st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=10)


def build(district: District, plan: list[tuple[int, list[int]]]) -> list[Queue]:
    """The devices with what they hold."""
    agency, officer = district.campus.agency, district.cit_officer.user_id
    found = []
    for number, (skew, made) in enumerate(plan):
        row = {"name": f"T{number}", "secret_hash": uuid4().hex, "enrolled_by_id": officer}
        device = Device.objects.create(agency=agency, **row)
        times = [BEGAN + timedelta(seconds=second) for second in made]
        found.append(Queue(device, timedelta(seconds=skew), times, [uuid4() for _ in made]))
    return found


def flush(incident: Incident, actor: Actor, devices: list[Queue], order: list[tuple[int, bool]]) -> None:
    """Send in this order, then whatever is left, as often as it takes."""
    rest = [(number, False) for number, queue in enumerate(devices) for _ in queue.made]
    for tick, (number, lost) in enumerate([*order, *rest]):
        queue = devices[number % len(devices)]
        if queue.next == len(queue.made):
            continue
        now = BACK + timedelta(seconds=tick)
        sent = queue.sent(queue.next, now)
        answer = tablet_commands.take(incident, actor=actor, device=queue.device, sent=sent, at=now)
        assert answer.code == 201
        queue.next += not lost


def test_any_interleaving_gives_the_same_timeline(part: Assignment, district: District) -> None:
    actor = district.officer(district.cit_officer)

    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(plan=queues, order=sendings)
    def holds(plan: list[tuple[int, list[int]]], order: list[tuple[int, bool]]) -> None:
        with transaction.atomic():
            devices = build(district, plan)
            flush(part.incident, actor, devices, order)
            true = {key: made for queue in devices for key, made in zip(queue.keys, queue.made, strict=True)}
            assert dict(IncidentNote.objects.values_list("pk", "at")) == true
            assert TabletCommand.objects.count() == len(true)
            transaction.set_rollback(True)

    holds()


@given(
    captured=st.integers(0, 10**9).map(lambda second: BEGAN + timedelta(seconds=second)),
    took=st.timedeltas(timedelta(0), timedelta(days=3)),
    skew=st.timedeltas(timedelta(days=-400), timedelta(days=400)),
)
@settings(derandomize=True)
def test_an_entry_happened_when_it_was_made_whatever_the_device_says(
    captured: datetime, took: timedelta, skew: timedelta
) -> None:
    times = Times(captured, captured + took, captured + took + skew)
    assert times.order_at == captured + skew <= times.recorded_at
    assert times.late == (took > timedelta(minutes=5))
    assert times.flagged == (abs(skew) > timedelta(seconds=120))


def test_a_clock_that_was_put_back_between_making_and_sending_makes_nothing_happen_later_than_it_came() -> None:
    times = Times(BEGAN, BEGAN - timedelta(hours=1), BACK)
    assert times.order_at == BACK
