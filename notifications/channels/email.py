"""E-mail over SMTP, one recipient for each message."""

from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage

from notifications.channels.base import Accepted, Lookup, Outgoing, PermanentFailure, Sent, TemporaryFailure, Unknown

PERMANENT_FROM = 500
# The mailbox itself is refused, not this message.
NO_SUCH_MAILBOX = frozenset({550, 551, 553})


class Email:
    """Django's mail. A server cannot be asked what it took: a repeat has the same Message-ID, so a reader sees one."""

    name = "email"
    slots = 6
    lease_s = 45
    can_be_asked = False

    def send(self, outgoing: Outgoing) -> Sent:
        """By the code of the answer; a connection that broke is tried again."""
        headers = {"Message-ID": f"<{outgoing.delivery_id}@cit-dispatch>"}
        message = EmailMessage(outgoing.subject, outgoing.body, to=[outgoing.to], headers=headers)
        try:
            message.send()
        except ValueError as error:
            # An address or a header that cannot be written down will not become one by waiting.
            return PermanentFailure(type(error).__name__)
        except (SMTPException, OSError) as error:
            return _judged(error)
        return Accepted()

    def reconcile(self, outgoing: Outgoing) -> Lookup:
        """There is nobody to ask."""
        return Unknown("not_askable")


def _judged(error: Exception) -> TemporaryFailure | PermanentFailure:
    reason = type(error).__name__
    if isinstance(error, SMTPRecipientsRefused):
        codes = [code for code, _text in error.recipients.values()]
        if all(code >= PERMANENT_FROM for code in codes):
            return PermanentFailure(reason, disable=NO_SUCH_MAILBOX.issuperset(codes))
    elif isinstance(error, SMTPResponseException) and error.smtp_code >= PERMANENT_FROM:
        return PermanentFailure(reason)
    return TemporaryFailure(reason)
