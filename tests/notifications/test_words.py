"""What a message says: a constant sentence in the reader's language, a number, a link, and nothing of anybody."""

import pytest
from django.conf import LazySettings

from notifications.consumers import ROUTES
from notifications.messages import subject_and_body
from notifications.models import Delivery
from notifications.services import deliveries
from officers.models import User
from tests.notifications.mailroom import Server, owe, recipient, server

__all__ = ["server"]
pytestmark = pytest.mark.django_db


def told(kind: str, language: str) -> tuple[str, str]:
    """Subject and body of one kind."""
    row = Delivery(kind=kind, reference="26-R-0007", path="/referrals/7/")
    return subject_and_body(row, language)


@pytest.mark.parametrize("kind", sorted(ROUTES))
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_that_is_routed_has_words_in_both_languages(
    kind: str, language: str, settings: LazySettings
) -> None:
    settings.PUBLIC_URL = "https://dispatch.example.org"
    subject, body = told(kind, language)
    assert "26-R-0007" in subject
    assert "https://dispatch.example.org/referrals/7/" in body
    assert "\n" not in subject
    assert body != told(kind, "es" if language == "en" else "en")[1]


def test_a_message_is_in_the_language_of_its_reader_and_not_of_who_caused_it(server: Server) -> None:
    reader = recipient()
    User.objects.filter(pk=reader.pk).update(language="es")
    owe(reader, "first")
    owe(recipient("Gypsum"), "second")
    deliveries.deliver_due()
    texts = {str(mail["To"]).partition(".")[0]: mail.get_content() for mail in server.kept}
    assert texts["gypsum"].startswith("A referral waits for your team.")
    assert texts["marigold"].splitlines()[0] == told("referral.requested", "es")[1].splitlines()[0]
    assert "waits" not in texts["marigold"]


def test_a_message_names_its_recipient_in_the_envelope_alone(server: Server) -> None:
    owe(recipient())
    deliveries.deliver_due()
    (mail,) = server.kept
    assert {str(mail[name]) for name in ("Cc", "Bcc", "Reply-To")} == {"None"}
    assert "Marigold" not in mail.get_content()
    assert mail.get_content_type() == "text/plain"


def test_an_unknown_kind_is_a_mistake_of_ours_and_not_an_empty_mail() -> None:
    with pytest.raises(KeyError):
        told("pebble.fell", "en")
