"""What comes of an attempt: an unknown outcome is looked up, a message that kills its sender ends, history stays."""

import logging

import pytest
from django.db import DatabaseError, connection, transaction

from notifications.channels.base import Accepted, PermanentFailure, TemporaryFailure, Unknown
from notifications.models import Delivery, DeliveryEvent
from notifications.services import claims, deliveries
from notifications.vocabulary import EventSource
from tests.notifications.engine.told import Told, told
from tests.notifications.mailroom import make_due, owe, recipient

__all__ = ["told"]
pytestmark = pytest.mark.django_db


def history() -> list[tuple[str, str]]:
    """What was noted, in order."""
    return list(DeliveryEvent.objects.order_by("at", "id").values_list("source", "raw_status"))


def test_an_accepted_message_keeps_its_providers_number(told: Told) -> None:
    owe(recipient())
    assert deliveries.deliver_due() == 1
    found = Delivery.objects.get()
    assert (found.state, found.provider, found.provider_id) == ("accepted", "email", "n-1")
    assert history() == [("engine", "accepted")]


def test_a_provider_that_gives_out_a_number_twice_has_taken_both(told: Told, caplog: pytest.LogCaptureFixture) -> None:
    owe(recipient(), "first")
    owe(recipient("Gypsum"), "second")
    told.answers = [Accepted("n-1")]
    deliveries.deliver_due()
    assert sorted(Delivery.objects.values_list("state", "provider_id")) == [("accepted", ""), ("accepted", "n-1")]
    assert "gave out a number twice" in caplog.text


def test_an_unknown_outcome_is_looked_up_and_not_sent_again_when_the_provider_has_it(told: Told) -> None:
    owe(recipient())
    told.answers = [Unknown("read_timeout")]
    deliveries.deliver_due()
    found = Delivery.objects.get()
    assert (found.state, found.last_error) == ("sending", "read_timeout")
    assert found.unknown_since is not None
    told.known = Accepted("n-7")
    make_due()
    deliveries.deliver_due()
    found.refresh_from_db()
    assert (found.state, found.provider_id, len(told.sent), found.unknown_since) == ("accepted", "n-7", 1, None)
    assert history() == [("engine", "unknown"), ("reconcile", "accepted")]


def test_an_unknown_outcome_that_the_provider_does_not_have_is_sent(told: Told) -> None:
    owe(recipient())
    told.answers = [Unknown("reset"), Accepted("n-2")]
    deliveries.deliver_due()
    make_due()
    deliveries.deliver_due()
    assert (Delivery.objects.get().provider_id, len(told.asked), len(told.sent)) == ("n-2", 1, 2)


def test_while_the_provider_cannot_say_a_routine_message_is_not_sent_twice(told: Told) -> None:
    owe(recipient())
    told.answers = [Unknown("reset")]
    told.known = Unknown("not answering")
    deliveries.deliver_due()
    make_due()
    deliveries.deliver_due()
    assert (Delivery.objects.get().state, len(told.sent)) == ("sending", 1)


def test_a_message_that_was_surely_not_sent_is_not_looked_up(told: Told) -> None:
    owe(recipient())
    told.answers = [TemporaryFailure("busy"), Accepted("n-1")]
    deliveries.deliver_due()
    make_due()
    deliveries.deliver_due()
    assert (Delivery.objects.get().state, told.asked) == ("accepted", [])


def test_a_message_in_a_dead_senders_hands_is_looked_up_first(told: Told) -> None:
    owe(recipient())
    claims.claim("email", 1, 10)
    make_due()
    told.known = Accepted("n-9")
    deliveries.deliver_due()
    assert (Delivery.objects.get().provider_id, told.sent) == ("n-9", [])


def test_where_nobody_can_be_asked_it_is_repeated_and_marked(told: Told) -> None:
    owe(recipient())
    told.can_be_asked = False
    told.answers = [Unknown("reset"), Accepted("n-1")]
    deliveries.deliver_due()
    assert not Delivery.objects.get().possibly_twice
    make_due()
    deliveries.deliver_due()
    found = Delivery.objects.get()
    assert (found.state, found.possibly_twice, told.asked) == ("accepted", True, [])


def test_a_channel_that_breaks_its_word_may_have_sent_it(told: Told) -> None:
    owe(recipient())
    told.answers = [RuntimeError("a fault of ours")]
    deliveries.deliver_due()
    found = Delivery.objects.get()
    assert (found.state, found.last_error) == ("sending", "RuntimeError")


def test_a_provider_that_says_when_to_come_back_is_believed(told: Told) -> None:
    owe(recipient())
    told.answers = [TemporaryFailure("429", 600)]
    deliveries.deliver_due()
    with connection.cursor() as cursor:
        cursor.execute("SELECT due_at - now() > interval '9 minutes', state FROM notifications_delivery")
        assert cursor.fetchone() == (True, "pending")


def test_a_rest_never_reaches_beyond_the_end_of_the_message(told: Told) -> None:
    owe(recipient())
    told.answers = [TemporaryFailure("429", 86_400)]
    deliveries.deliver_due()
    found = Delivery.objects.get()
    assert found.due_at == found.expires_at


def test_a_refusal_for_good_says_why_and_is_not_tried_again(told: Told) -> None:
    owe(recipient())
    told.answers = [PermanentFailure("21614")]
    deliveries.deliver_due()
    make_due()
    assert deliveries.deliver_due() == 0
    assert (Delivery.objects.get().state, Delivery.objects.get().last_error) == ("failed", "21614")


def test_a_message_that_kills_every_sender_ends_and_others_flow(told: Told, caplog: pytest.LogCaptureFixture) -> None:
    poison = owe(recipient(), "poison")
    for _ in range(5):
        # The process that claimed it died before it could write anything down.
        assert [each.delivery.pk for each in claims.claim("email", 1, 10)] == [poison.pk]
        make_due()
    owe(recipient("Gypsum"), "healthy")
    with caplog.at_level(logging.ERROR, "notifications"):
        deliveries.deliver_due()
    assert dict(Delivery.objects.values_list("dedupe_key", "state")) == {"poison": "failed", "healthy": "accepted"}
    assert "its sender died 5 times" in caplog.text


def test_words_that_cannot_be_written_end_one_message_and_stop_no_other(
    told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    owe(recipient(), "unknown words", kind="no.such.kind")
    owe(recipient("Gypsum"), "healthy")
    deliveries.deliver_due()
    states = dict(Delivery.objects.values_list("dedupe_key", "state"))
    assert states == {"unknown words": "failed", "healthy": "accepted"}
    assert "it cannot be written" in caplog.text


def test_what_is_owed_over_a_channel_that_is_not_set_up_waits_and_then_expires(told: Told) -> None:
    owe(recipient())
    Delivery.objects.update(channel="sms")
    assert (deliveries.deliver_due(), Delivery.objects.get().state) == (0, "pending")


def test_nobody_claims_more_than_can_begin_at_once(told: Told) -> None:
    for number in range(5):
        owe(recipient(f"Person{number}"), str(number))
    # A plan that looks the rows up one by one must not choose them anew each time.
    with connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_material = off"
        )
    assert len(claims.claim("email", 2, 10)) == 2
    assert len(claims.claim("email", 2, 10)) == 2
    assert len(claims.claim("email", 2, 10)) == 1
    assert claims.claim("email", 2, 10) == []


def test_the_history_of_a_message_is_never_changed_and_says_nothing_twice(told: Told) -> None:
    delivery = owe(recipient())
    assert claims.note(delivery, EventSource.CALLBACK, "delivered", stamp="17")
    assert not claims.note(delivery, EventSource.CALLBACK, "delivered", stamp="17")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        DeliveryEvent.objects.update(detail="forged")
    assert history() == [("callback", "delivered")]
