"""Send what is due: this thread keeps the book, others talk to providers, and no transaction is open meanwhile."""

import logging
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass, field
from time import monotonic

from notifications.channels import registry
from notifications.channels.base import Accepted, Outgoing, PermanentFailure, Sender, Sent, TemporaryFailure, Unknown
from notifications.models import Delivery
from notifications.services import claims, dead_ends, preparing
from notifications.services.claims import Claim
from notifications.vocabulary import EventSource

log = logging.getLogger(__name__)
RETRY_STEPS_S = (5, 15, 45, 120)
# After so long a pass claims nothing new, so that whoever called it can do its other work.
BUDGET_S = 20.0
LOOK_S = 0.25
LOOK_UP_S = 2
# So many attempts that no process lived to write down: this message kills whoever sends it.
POISON = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a conversation, who says so, and whether an earlier attempt may have arrived as well."""

    result: Sent
    source: EventSource = EventSource.ENGINE
    twice: bool = False


def deliver_due(limit: int = 500) -> int:
    """Send what is due over every channel that is set up; answers how many were handled."""
    with closing(Threads()) as threads:
        return Run(threads, limit).go()


class Threads:
    """As many as all channels may use at once, made when they are first needed."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None

    def start(self, sender: Sender, outgoing: Outgoing, claim: Claim) -> "Future[Answer]":
        """One conversation, in a thread that never touches the database."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(sum(each.slots for each in registry.senders().values()))
        return self._pool.submit(converse, sender, outgoing, maybe_sent=claim.maybe_sent, may_repeat=claim.long_unknown)

    def close(self) -> None:
        """Wait for the last."""
        if self._pool is not None:
            self._pool.shutdown()


@dataclass(slots=True)
class Run:
    """One pass over all channels."""

    threads: Threads
    limit: int
    handled: int = 0
    under_way: dict["Future[Answer]", tuple[Sender, Claim]] = field(default_factory=dict)

    def go(self) -> int:
        """Until nothing is due and every conversation is over."""
        ends, senders = monotonic() + BUDGET_S, registry.senders().values()
        while True:
            found = sum(self._fill(sender) for sender in senders) if monotonic() < ends else 0
            if not self.under_way and not found:
                return self.handled
            done, _rest = wait(self.under_way, timeout=LOOK_S, return_when=FIRST_COMPLETED)
            for future in done:
                self._record(future)

    def _fill(self, sender: Sender) -> int:
        """Claim no more than what can begin at once."""
        busy = sum(1 for other, _claim in self.under_way.values() if other.name == sender.name)
        slots = min(sender.slots - busy, self.limit - self.handled)
        found = claims.claim(sender.name, slots, sender.lease_s) if slots > 0 else ()
        for each in found:
            self.handled += 1
            self._begin(sender, each)
        return len(found)

    def _begin(self, sender: Sender, claim: Claim) -> None:
        delivery = claim.delivery
        if reason := preparing.obstacle(claim):
            end(delivery, *reason)
            return
        if delivery.attempts > POISON and delivery.results == 0:
            end(delivery, "failed", "poison")
            log.error("delivery %s failed for good: its sender died %s times", delivery.pk, delivery.attempts - 1)
            return
        try:
            outgoing = preparing.outgoing(claim)
        except Exception as error:  # One message that cannot be written must not stop the others.
            end(delivery, "failed", type(error).__name__)
            log.exception("delivery %s failed for good: it cannot be written", delivery.pk)
            return
        self.under_way[self.threads.start(sender, outgoing, claim)] = (sender, claim)

    def _record(self, future: "Future[Answer]") -> None:
        sender, claim = self.under_way.pop(future)
        record(sender, claim, future.result())


def converse(sender: Sender, outgoing: Outgoing, *, maybe_sent: bool, may_repeat: bool) -> Answer:
    """Look up what may have been sent, and send only what was not.

    A critical message of which nobody can say so is sent again after a while (`may_repeat`): better twice than never.
    """
    twice = maybe_sent and not sender.can_be_asked
    try:
        if maybe_sent and sender.can_be_asked:
            known = sender.reconcile(outgoing)
            if isinstance(known, Accepted):
                return Answer(known, EventSource.RECONCILE)
            if isinstance(known, Unknown):
                if not (outgoing.urgent and may_repeat):
                    return Answer(known, EventSource.RECONCILE)
                twice = True
        return Answer(sender.send(outgoing), twice=twice)
    except Exception as error:  # A channel that breaks its word may have sent it.
        return Answer(Unknown(type(error).__name__))


def end(delivery: Delivery, state: str, reason: str) -> None:
    """It will not be sent; when it was the last of its page's step, the next one does not wait."""
    claims.ended(delivery, state, reason)
    dead_ends.step_failed(delivery)


def record(sender: Sender, claim: Claim, answer: Answer) -> None:
    """Put down what came of it."""
    delivery = claim.delivery
    match answer.result:
        case Accepted(provider_id=number):
            claims.accepted(delivery, sender.name, number, answer.source, twice=answer.twice)
        case TemporaryFailure(code=code, retry_after_s=wanted):
            claims.again(delivery, max(rest_s(claim), wanted or 0), code)
            log.warning("delivery %s will be tried again: %s", delivery.pk, code)
        case PermanentFailure(code=code, disable=disable):
            end(delivery, "failed", code)
            log.error("delivery %s failed for good: %s", delivery.pk, code)
            if disable and delivery.method is not None:
                preparing.disable(delivery.method, code)
        case Unknown(code=code):
            claims.unknown(delivery, LOOK_UP_S if sender.can_be_asked else sender.lease_s, code)
            log.warning("delivery %s may have been sent: %s", delivery.pk, code)


def rest_s(claim: Claim) -> float:
    """5, 15, 45, then 120 s; a fifth more or less, by the message's own number, so that not all come back at once."""
    step = RETRY_STEPS_S[min(claim.delivery.attempts, len(RETRY_STEPS_S)) - 1]
    return step * (0.8 + 0.4 * (claim.delivery.pk.int % 1000) / 1000)
