"""The feed in the database: in the order of commits, once for each change, and never what changed."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from core.feed import upkeep
from core.feed.backlog import KEPT, Backlog, Ring
from core.feed.position import Position, parse
from core.feed.reader import since, start
from core.feed.topics import TOPICS, heard_by
from core.permissions import RULES
from incidents.models import Incident
from incidents.services import notes
from tests.cast import District, log_call
from tests.database import admin_connection

EPOCH = "e1"
ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = [*(ROOT / "templates").rglob("*.html"), *ROOT.glob("*/views/**/*.py")]
# How a page, an include and a view name the topics of a panel; one that names a record adds its key.
WAITS = re.compile(r'(?:data-live=|with topics=|^TOPICS = f?)"([a-z: ]+?):?[{"]', re.MULTILINE)


@pytest.fixture
def writer(transactional_db: None) -> Iterator[Callable[[], Any]]:
    """Connections whose transactions the test opens and commits when it likes."""
    opened: list[Any] = []

    def one() -> Any:
        found = admin_connection()
        found.autocommit = False
        opened.append(found)
        return found

    yield one
    for found in opened:
        found.close()


def ring(writer: Any, topic: str) -> None:
    """Ring in the writer's open transaction."""
    with writer.cursor() as cursor:
        cursor.execute("SELECT core_ring('agency:a', %s)", [topic])


def heard(position: Position) -> tuple[Position, list[str]]:
    """The topics that have committed since, and the new position."""
    found, rings, overflowed = since(position)
    assert not overflowed
    return found, [one.topic for one in rings]


def test_what_commits_late_is_heard_late_and_everything_exactly_once(writer: Callable[[], Any]) -> None:
    position, _backlog = start(EPOCH)
    slow, fast = writer(), writer()
    ring(slow, "slow")
    ring(fast, "fast")
    fast.commit()
    position, topics = heard(position)
    assert topics == ["fast"]
    ring(fast, "again")
    fast.commit()
    slow.commit()
    position, topics = heard(position)
    assert sorted(topics) == ["again", "slow"]
    assert heard(position)[1] == []


def test_what_is_rolled_back_is_never_heard(writer: Callable[[], Any]) -> None:
    position, _backlog = start(EPOCH)
    broken = writer()
    ring(broken, "broken")
    broken.rollback()
    assert heard(position)[1] == []


def test_a_long_writing_transaction_holds_nothing_up(writer: Callable[[], Any]) -> None:
    long, other = writer(), writer()
    ring(long, "long")
    position, _backlog = start(EPOCH)
    ring(other, "other")
    other.commit()
    assert heard(position)[1] == ["other"]


def test_one_transaction_rings_once_for_many_rows(transactional_db: None, district: District) -> None:
    for _ in range(3):
        log_call(district)
    position, _backlog = start(EPOCH)
    Incident.objects.update(cit_unavailable_reason="")
    topics = heard(position)[1]
    assert topics.count("incident") == 1
    assert len(topics) == 4


def test_a_restarted_reader_knows_what_was_rung_before(writer: Callable[[], Any]) -> None:
    before, _backlog = start(EPOCH)
    one = writer()
    for topic in ("first", "second"):
        ring(one, topic)
        one.commit()
    after, backlog = start(EPOCH)
    missed = backlog.since(before)
    assert missed is not None
    assert [ring.topic for ring in missed] == ["first", "second"]
    assert backlog.since(after) == []


def test_rows_of_a_restored_dump_with_numbers_of_the_future_are_not_rung(
    transactional_db: None, admin_sql: Callable[..., list[tuple[Any, ...]]]
) -> None:
    position, _backlog = start(EPOCH)
    admin_sql("INSERT INTO core_feed (xid, channel, topic) VALUES ('9000000000', 'agency:a', 'future')")
    assert heard(position)[1] == []


def test_a_burst_beyond_the_limit_says_so_instead_of_dropping_silently(
    transactional_db: None, admin_sql: Callable[..., list[tuple[Any, ...]]]
) -> None:
    position, _backlog = start(EPOCH)
    admin_sql(f"SELECT core_ring('agency:' || n, 'many') FROM generate_series(0, {KEPT}) AS n")
    _position, rings, overflowed = since(position)
    assert overflowed
    assert len(rings) == KEPT


def test_the_backlog_forgets_the_oldest_and_says_that_it_does_not_know() -> None:
    backlog = Backlog(5)
    backlog.add(Ring(number, "agency:a", "t") for number in range(10, 10 + KEPT))
    known, unknown = parse("e.10:11:"), parse("e.4:5:")
    assert known is not None
    assert unknown is not None
    missed = backlog.since(known)
    assert missed is not None
    assert len(missed) == KEPT - 1
    assert backlog.since(unknown) is None
    backlog.add([Ring(5000, "agency:a", "t")])
    assert backlog.since(known) is None


@pytest.mark.parametrize("text", ["", "e.1:2", "e.1:2:3;", "E.1:2:", "e.1:2:,3", "e.1:2:3\n", "é.1:2:"])
def test_what_is_no_position_is_none(text: str) -> None:
    assert parse(text) is None


def test_a_position_survives_being_written_and_read() -> None:
    position = parse("abc.7:12:8,10")
    assert position is not None
    assert str(position) == "abc.7:12:8,10"
    assert [number for number in range(5, 15) if position.knows(number)] == [5, 6, 7, 9, 11]


def test_every_topic_asks_for_a_permission_that_exists(district: District) -> None:
    assert set(TOPICS.values()) <= RULES.keys()
    board = {"incident", "assignment", "unit", "timer", "desk"}
    assert board <= heard_by(district.dispatcher)
    assert board | {"record"} <= heard_by(district.supervisor)
    assert not (board | {"record", "referral"}) & heard_by(district.officer(district.cit_officer))


def test_every_topic_that_a_page_or_panel_waits_for_is_declared() -> None:
    named = [found for path in SOURCES for found in WAITS.findall(path.read_text())]
    assert {"incident", "assignment", "unit", "timer"} <= {topic for topics in named for topic in topics.split()}
    for topics in named:
        assert {topic.partition(":")[0] for topic in topics.split()} <= TOPICS.keys(), topics


def test_whatever_belongs_to_an_incident_rings_for_it_alone(transactional_db: None, district: District) -> None:
    incident, other = log_call(district).incident, log_call(district).incident
    position, _backlog = start(EPOCH)
    notes.add(incident, actor=district.dispatcher, text="Door B3 is locked.")
    _position, topics = heard(position)
    assert f"incident:{incident.pk}" in topics
    assert f"incident:{other.pk}" not in topics


def test_a_ring_holds_an_agency_or_a_person_and_a_kind_of_record_and_nothing_else(district: District) -> None:
    log_call(district)
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT split_part(channel, ':', 1), topic FROM core_feed")
        found = set(cursor.fetchall())
        cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'core_feed'")
        columns = {name for (name,) in cursor.fetchall()}
    assert {("agency", "incident")} <= found
    assert {topic.partition(":")[0] for _kind, topic in found} <= TOPICS.keys() | {"end"}
    assert columns == {"id", "xid", "at", "channel", "topic"}


def test_the_application_cannot_ring_by_hand(district: District) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_function_privilege('core_ring(text, text)', 'execute')")
        assert cursor.fetchone() == (False,)
        cursor.execute("SELECT has_table_privilege('core_feed', 'insert'), has_table_privilege('core_feed', 'update')")
        assert cursor.fetchone() == (False, False)


def test_rings_older_than_two_days_are_forgotten(
    transactional_db: None, district: District, admin_sql: Callable[..., list[tuple[Any, ...]]]
) -> None:
    upkeep.trim()
    admin_sql("INSERT INTO core_feed (channel, topic, at) VALUES ('agency:a', 'old', now() - interval '49 hours')")
    assert upkeep.trim() == 1
    assert admin_sql("SELECT count(*) > 0 FROM core_feed") == [(True,)]
