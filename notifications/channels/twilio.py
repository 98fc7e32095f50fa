"""SMS and voice through Twilio."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings

from notifications.channels.base import Accepted, Lookup, NotFound, Outgoing, Sent, Unknown
from notifications.channels.callbacks import REPLY_PATH, STATUS_PATH, callback_url
from notifications.channels.gsm import fitted
from notifications.channels.guard import safely
from notifications.channels.twilio_line import asked, attempt, client
from notifications.channels.wire import USUAL, Limits

LONGEST_TTL_S = 36_000
LISTED = 100
# Their clock and ours.
SKEW = timedelta(seconds=5)
CALL_EVENTS = ["initiated", "ringing", "answered", "completed"]


class TwilioSms:
    """Text messages; a lost answer is looked up by number and short code."""

    name = "sms"
    slots = 6
    lease_s = 10
    can_be_asked = True

    def __init__(self, limits: Limits = USUAL) -> None:
        self.limits = limits

    @safely
    def send(self, outgoing: Outgoing) -> Sent:
        """One SMS, which the provider drops when it is of no use any more."""
        line = client(self.limits)
        return attempt(
            lambda: line.messages.create(
                to=outgoing.to,
                from_=settings.TWILIO_FROM,
                body=fitted(outgoing.body),
                status_callback=callback_url(STATUS_PATH, outgoing.delivery_id),
                validity_period=max(1, min(outgoing.ttl_s, LONGEST_TTL_S)),
            )
        )

    @safely
    def reconcile(self, outgoing: Outgoing) -> Lookup:
        """Whether a text with this code, or these words, went to this number since the first try."""
        line = client(self.limits)
        listed = asked(lambda: line.messages.list(to=outgoing.to, limit=LISTED, page_size=LISTED))
        if isinstance(listed, Unknown):
            return listed
        words = fitted(outgoing.body)
        for row in _since(outgoing, listed):
            text = str(row.body)
            if text == words or (outgoing.code and outgoing.code in text.replace(".", " ").replace(",", " ").split()):
                return Accepted(str(row.sid))
        return NotFound()


class TwilioVoice:
    """Calls that read the message and take one digit: 1 accepts, 2 declines."""

    name = "voice"
    slots = 4
    lease_s = 10
    can_be_asked = True

    def __init__(self, limits: Limits = USUAL) -> None:
        self.limits = limits

    @safely
    def send(self, outgoing: Outgoing) -> Sent:
        """One call."""
        line = client(self.limits)
        return attempt(
            lambda: line.calls.create(
                to=outgoing.to,
                from_=settings.TWILIO_FROM,
                twiml=spoken(outgoing),
                status_callback=callback_url(STATUS_PATH, outgoing.delivery_id),
                status_callback_event=CALL_EVENTS,
            )
        )

    @safely
    def reconcile(self, outgoing: Outgoing) -> Lookup:
        """None is certain; one is not: a listed call does not say what it was about, only its report does."""
        line = client(self.limits)
        listed = asked(lambda: line.calls.list(to=outgoing.to, limit=LISTED, page_size=LISTED))
        if isinstance(listed, Unknown):
            return listed
        return Unknown("another-call-to-this-number") if list(_since(outgoing, listed)) else NotFound()


def spoken(outgoing: Outgoing) -> str:
    """What the call says, twice, and where the digit goes."""
    from twilio.twiml.voice_response import Gather, VoiceResponse

    call = VoiceResponse()
    question = Gather(num_digits=1, timeout=8, action=callback_url(REPLY_PATH, outgoing.delivery_id), method="POST")
    for _ in range(2):
        question.say(outgoing.body)
        question.pause(length=1)
    call.append(question)
    return str(call)


def _since(outgoing: Outgoing, listed: Iterable[Any]) -> Iterable[Any]:
    # By when it was made: what still waits at the provider has no date of sending.
    return (row for row in listed if row.date_created and row.date_created >= outgoing.first_tried_at - SKEW)
