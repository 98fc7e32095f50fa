"""Chat rooms through Apprise: no receipt and nobody to ask, so never the only way to anybody."""

from urllib.parse import urlsplit

from django.conf import settings

from notifications.channels.base import Accepted, Lookup, Outgoing, PermanentFailure, Sent, TemporaryFailure, Unknown
from notifications.channels.guard import Late, safely, within


class Chat:
    """`to` is an Apprise address; which kinds of rooms are allowed is the operator's setting."""

    name = "chat"
    slots = 2
    lease_s = 20
    can_be_asked = False

    def __init__(self, total_s: float = 12.0) -> None:
        self.total_s = total_s

    @safely
    def send(self, outgoing: Outgoing) -> Sent:
        """Post once; the library says yes or no and nothing else."""
        from apprise import Apprise

        if urlsplit(outgoing.to).scheme.lower() not in settings.CHAT_SCHEMES:
            return PermanentFailure("kind-not-allowed")
        room = Apprise()
        if not room.add(outgoing.to):
            return PermanentFailure("bad-address", disable=True)
        try:
            taken = within(self.total_s, lambda: room.notify(title=outgoing.subject, body=outgoing.body))
        except Late:
            return Unknown("too-slow")
        return Accepted("") if taken else TemporaryFailure("not-taken")

    @safely
    def reconcile(self, outgoing: Outgoing) -> Lookup:
        """A chat room cannot be asked."""
        return Unknown("cannot-be-asked")
