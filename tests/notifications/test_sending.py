"""Claim, send, finish, against a server that refuses, hangs or falls silent: each message ends in a named state."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings
from django.db import IntegrityError, connection, transaction

from cit_dispatch.mail_catcher import MailCatcher, Mode
from notifications.models import Delivery
from notifications.services import deliveries, preparing
from notifications.tasks import sweep, wake
from officers.models import User
from tests.notifications.mailroom import Server, free_port, make_due, owe, recipient, server

__all__ = ["server"]
pytestmark = pytest.mark.django_db


def state() -> tuple[str, str]:
    """Where the one message stands, and why."""
    found = Delivery.objects.get()
    return found.state, found.last_error


def database_clock() -> datetime:
    """The instant that a claim reckons with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        found: datetime = cursor.fetchone()[0]
    return found


@pytest.mark.parametrize(
    ("reply", "ends"),
    [
        ("550 5.1.1 no such mailbox", "failed"),
        ("554 5.7.1 refused", "failed"),
        ("450 4.2.0 not now", "pending"),
        ("452 4.2.2 full", "pending"),
    ],
)
def test_a_refused_recipient_is_given_up_only_when_it_is_for_good(reply: str, ends: str, server: Server) -> None:
    owe(recipient())
    server.to_recipient = reply
    assert deliveries.deliver_due() == 1
    assert state() == (ends, "SMTPRecipientsRefused")
    make_due()
    server.to_recipient = "250 OK"
    deliveries.deliver_due()
    assert len(server.kept) == (1 if ends == "pending" else 0)


@pytest.mark.parametrize(
    ("mode", "left", "errors"),
    [
        (Mode.STALL_AT_START, "pending", {"TimeoutError", "SMTPServerDisconnected"}),
        # It may have arrived, so it stays named as being sent.
        (Mode.DROP, "sending", {"SMTPServerDisconnected", "SMTPResponseException", "SMTPDataError"}),
    ],
)
def test_a_server_that_hangs_or_hangs_up_is_tried_again(
    mode: Mode, left: str, errors: set[str], settings: LazySettings
) -> None:
    owe(recipient())
    with MailCatcher() as mail:
        use(settings, mail.port)
        mail.mode = mode
        deliveries.deliver_due()
        assert state()[0] == left
        assert state()[1] in errors
        mail.mode = Mode.ACCEPT
        make_due()
        deliveries.deliver_due()
    assert (state()[0], len(mail.messages)) == ("accepted", 1)


def test_a_message_that_arrived_without_an_answer_is_repeated_under_the_same_message_id(settings: LazySettings) -> None:
    owed = owe(recipient())
    with MailCatcher() as mail:
        use(settings, mail.port)
        mail.mode = Mode.STALL
        deliveries.deliver_due()
        mail.mode = Mode.ACCEPT
        make_due()
        deliveries.deliver_due()
    assert mail.message_ids == [f"<{owed.pk}@cit-dispatch>"] * 2
    assert state()[0] == "accepted"


def test_with_nobody_listening_each_rest_is_longer_until_the_last_repeats(settings: LazySettings) -> None:
    use(settings, free_port())
    owe(recipient())
    for seconds in (5, 15, 45, 120, 120):
        make_due()
        before = database_clock()
        deliveries.deliver_due()
        # A fifth more or less, so that what failed together does not come back together.
        rest = timedelta(seconds=seconds)
        assert before + rest * 0.8 <= Delivery.objects.get().due_at <= database_clock() + rest * 1.2
    assert state() == ("pending", "ConnectionRefusedError")
    assert Delivery.objects.get().attempts == 5


def test_one_message_that_cannot_be_sent_stops_no_other(server: Server) -> None:
    poisoned = recipient()
    User.objects.filter(pk=poisoned.pk).update(email="a@example.org\nBcc: b@example.org")
    owe(poisoned, "first")
    owe(recipient("Gypsum"), "second")
    assert deliveries.deliver_due() == 2
    assert [str(mail["To"]) for mail in server.kept] == ["gypsum.sotol@example.org"]
    first = Delivery.objects.get(dedupe_key="first")
    assert (first.state, first.last_error) == ("failed", "ValueError")


def test_no_header_can_be_smuggled_in_with_a_number(server: Server) -> None:
    owe(recipient(), reference="x\nBcc: b@x.org")
    deliveries.deliver_due()
    assert (server.kept, state()) == ([], ("failed", "BadHeaderError"))


def test_somebody_deactivated_meanwhile_is_not_written_to(server: Server) -> None:
    gone = recipient()
    owe(gone, "first")
    owe(recipient("Gypsum"), "second")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    assert deliveries.deliver_due() == 2
    assert [str(mail["To"]) for mail in server.kept] == ["gypsum.sotol@example.org"]
    first = Delivery.objects.get(dedupe_key="first")
    assert (first.state, first.last_error) == ("failed", preparing.DEACTIVATED)


def test_a_message_expires_at_its_instant_and_not_before(server: Server) -> None:
    owe(recipient())
    Delivery.objects.update(expires_at=database_clock() + timedelta(minutes=5))
    deliveries.deliver_due()
    assert (state()[0], len(server.kept)) == ("accepted", 1)
    late = owe(recipient("Gypsum"), "late", expires_at=database_clock())
    assert late.state == "expired"
    assert deliveries.deliver_due() == 0


def test_a_message_that_failed_until_it_was_too_old_is_given_up(server: Server) -> None:
    owe(recipient())
    server.to_message = "450 later"
    deliveries.deliver_due()
    make_due()
    Delivery.objects.update(expires_at=database_clock())
    server.to_message = "250 kept"
    deliveries.deliver_due()
    assert (state()[0], server.kept) == ("expired", [])


def test_what_is_due_longest_goes_first_and_no_more_than_asked_for(server: Server) -> None:
    for name in ("Marigold", "Gypsum", "Quartz"):
        owe(recipient(name), name)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE notifications_delivery SET due_at = now() - "
            "array_position(ARRAY['Quartz', 'Marigold', 'Gypsum'], dedupe_key::text) * interval '1 minute'"
        )
    assert deliveries.deliver_due(limit=2) == 2
    assert sorted(str(mail["To"]).partition(".")[0] for mail in server.kept) == ["gypsum", "marigold"]
    assert deliveries.deliver_due() == 1


def test_what_is_not_yet_due_is_left_alone(server: Server) -> None:
    owe(recipient())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE notifications_delivery SET due_at = now() + interval '1 hour'")
    assert (deliveries.deliver_due(), state()[0]) == (0, "pending")


@pytest.mark.parametrize("task", [sweep, wake])
def test_each_tick_sends_what_waits_whoever_calls_it(task: Callable[[], int], server: Server) -> None:
    owe(recipient())
    assert (task(), task()) == (1, 0)
    assert len(server.kept) == 1


@pytest.mark.django_db(transaction=True)
def test_while_one_worker_sends_the_message_is_not_due_for_another(server: Server) -> None:
    owe(recipient())
    others: list[int] = []

    def another_worker() -> None:
        try:
            others.append(deliveries.deliver_due())
        finally:
            connection.close()

    server.meanwhile = another_worker
    assert deliveries.deliver_due() == 1
    assert (others, len(server.kept), state()[0]) == ([0], 1, "accepted")


@pytest.mark.django_db(transaction=True)
def test_eight_workers_at_once_send_each_message_once(server: Server) -> None:
    for number in range(12):
        owe(recipient(f"Person{number}"), str(number))
    ready = Barrier(8)

    def work(_: int) -> int:
        ready.wait()
        try:
            return deliveries.deliver_due()
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(work, range(8))) == 12
    assert len({str(mail["Message-ID"]) for mail in server.kept}) == len(server.kept) == 12


@pytest.mark.django_db(transaction=True)
def test_a_worker_whose_lease_ended_records_nothing_over_its_successor(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    owe(recipient())
    successor = uuid4()

    def take_over() -> None:
        Delivery.objects.update(lease_token=successor)
        connection.close()

    server.meanwhile = take_over
    with caplog.at_level(logging.WARNING, "notifications"):
        deliveries.deliver_due()
    found = Delivery.objects.get()
    assert (found.state, found.lease_token) == ("sending", successor)
    assert "lease was lost" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_a_server_is_asked(server: Server) -> None:
    owe(recipient())
    inside: list[tuple[str, UUID | None]] = []

    def look() -> None:
        inside.extend(Delivery.objects.values_list("state", "lease_token"))
        connection.close()

    server.meanwhile = look
    deliveries.deliver_due()
    ((seen, lease),) = inside
    assert seen == "sending"
    assert lease is not None


def test_the_same_key_is_owed_once_in_an_agency(server: Server) -> None:
    user = recipient()
    owe(user)
    owe(user, reference="26-R-0002")
    assert Delivery.objects.get().reference == "26-R-0001"


@pytest.mark.parametrize(
    "wrong",
    [{"state": "lost"}, {"state": "sending"}, {"state": "accepted"}, {"state": "failed"}],
    ids=lambda wrong: str(wrong["state"]),
)
def test_the_database_keeps_no_state_without_what_belongs_to_it(wrong: dict[str, str]) -> None:
    owe(recipient())
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.update(**wrong)
    assert state() == ("pending", "")


def use(settings: LazySettings, port: int) -> None:
    """Send over this port, and do not wait long."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 0.3
