"""Mail over SMTP, one recipient per message: of two, one refused, the library would say nothing."""

import smtplib
import threading
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

from notifications.channels.base import (
    Accepted,
    Lookup,
    Outgoing,
    PermanentFailure,
    Sent,
    TemporaryFailure,
    Unknown,
)
from notifications.channels.guard import Late, safely, within

PERMANENT_FROM = 500
NO_MAILBOX = (550, 551, 553)
OVER_SMTP = "django.core.mail.backends.smtp.EmailBackend"


class _Course:
    """How far one message got; a try that was given up cannot begin to hand it over."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._given_up = False
        self.begun = False
        self.kept = False

    def begin(self) -> None:
        """From here on the other side may have it."""
        with self._lock:
            if self._given_up:
                raise TimeoutError
            self.begun = True

    def give_up(self) -> bool:
        """End the try; whether it had begun."""
        with self._lock:
            self._given_up = True
            return self.begun


class _Followed(smtplib.SMTP):
    course: _Course

    def data(self, msg: Any) -> tuple[int, bytes]:
        """Send the message itself."""
        self.course.begin()
        code, said = super().data(msg)
        self.course.kept = code == 250
        return code, said


class _FollowedOverTls(_Followed, smtplib.SMTP_SSL):
    pass


class _Backend(EmailBackend):
    def __init__(self, course: _Course, step_s: float) -> None:
        super().__init__(timeout=step_s)
        self.course = course

    @property
    def connection_class(self) -> Any:
        """Makes the connection; the name is the framework's."""

        def connect(*place: Any, **options: Any) -> smtplib.SMTP:
            line = (_FollowedOverTls if self.use_ssl else _Followed)(*place, **options)
            line.course = self.course
            return line

        return connect


class Email:
    """The mail channel: no receipt, and nobody to ask."""

    name = "email"
    slots = 6
    lease_s = 45
    can_be_asked = False

    def __init__(self, total_s: float = 30.0, step_s: float | None = None) -> None:
        self.total_s = total_s
        self.step_s = step_s

    @safely
    def send(self, outgoing: Outgoing) -> Sent:
        """Hand it to the mail server; the constant Message-ID shows a receiver that a repeat is the same message."""
        course = _Course()
        message_id = f"<{outgoing.delivery_id}@cit-dispatch>"
        message = EmailMessage(outgoing.subject, outgoing.body, to=[outgoing.to], headers={"Message-ID": message_id})
        try:
            message.connection = self._line(course)
            within(self.total_s, message.send)
        except Late:
            return Unknown("too-slow") if course.give_up() and not course.kept else _after(course, message_id)
        except (smtplib.SMTPException, OSError, ValueError) as error:
            return Accepted(message_id) if course.kept else _result(error, course)
        return Accepted(message_id)

    @safely
    def reconcile(self, outgoing: Outgoing) -> Lookup:
        """A mail server cannot be asked."""
        return Unknown("cannot-be-asked")

    def _line(self, course: _Course) -> Any:
        if settings.EMAIL_BACKEND != OVER_SMTP:
            return get_connection()
        return _Backend(course, self.step_s or settings.EMAIL_TIMEOUT or 5)


def _after(course: _Course, message_id: str) -> Sent:
    return Accepted(message_id) if course.kept else TemporaryFailure("too-slow")


def _result(error: Exception, course: _Course) -> Sent:
    name = type(error).__name__
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return _answered(name, next(iter(error.recipients.values()))[0])
    if isinstance(error, smtplib.SMTPAuthenticationError):
        # The fault is in our settings: the address is as good as before, and setting it right helps.
        return TemporaryFailure(name)
    if isinstance(error, smtplib.SMTPDataError):
        return _answered(name, error.smtp_code)
    if isinstance(error, smtplib.SMTPResponseException) and error.smtp_code >= PERMANENT_FROM:
        # Not about the recipient: about the sender, or the greeting.
        return PermanentFailure(name)
    if course.begun:
        return Unknown(name)
    if isinstance(error, ValueError):
        # An address or a header that cannot be written down will not become one by waiting.
        return PermanentFailure(name)
    return TemporaryFailure(name)


def _answered(name: str, code: int) -> Sent:
    if code < PERMANENT_FROM:
        return TemporaryFailure(name)
    return PermanentFailure(name, disable=code in NO_MAILBOX)
