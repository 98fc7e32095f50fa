"""Each invariant is broken once, by an administrator whom nothing stops, and `verify` names it and the row."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from core.invariants import INVARIANTS, Invariant
from core.models import Event, Outbox
from incidents.models import Assignment, Incident
from incidents.services import assignments
from notifications.models import Delivery
from officers.models import Certification, Officer, StoredFile, TrainingSession
from referrals.models import Referral
from tests import cast
from tests.cast import NOON, District, build, counselors, log_call, refer
from tests.database import run_as_admin

pytestmark = pytest.mark.django_db(transaction=True)
# Whatever guards a row otherwise is out of the administrator's way.
FREE = "SET session_replication_role = replica; "


@dataclass(frozen=True)
class Breach:
    """How an invariant is broken, and what must then be said."""

    sentence: str
    statement: str
    named: Callable[[], str]


def number() -> str:
    """The number of the one incident."""
    return Incident.objects.get().number


BREACHES = (
    Breach(
        "the hash chain is whole",
        "DELETE FROM core_seal WHERE event_id = (SELECT id FROM core_event WHERE type = 'call.logged')",
        lambda: f"{Event.objects.get(type='call.logged').pk}: the event has no seal",
    ),
    Breach(
        "no effect is owed for more than a minute",
        "UPDATE core_outbox SET done_at = NULL, due_at = now() - interval '61 seconds'",
        lambda: f"outbox {Outbox.objects.get().pk} for notifications.tell",
    ),
    Breach(
        "no incident is closed while the record of an officer who arrived is missing",
        "UPDATE incidents_incident SET status = 'closed', closed_at = now(); "
        "UPDATE incidents_deescalationrecord SET status = 'returned'",
        number,
    ),
    Breach(
        "every locked record says what was locked, and what was accepted since",
        "UPDATE incidents_deescalationrecord SET status = 'locked', locked_at = now(), frozen = '{\"answers\": {}}', "
        "frozen_sha256 = 'x'",
        number,
    ),
    Breach(
        "every filed record has one primary outcome",
        "UPDATE incidents_deescalationrecord SET primary_outcome = 'nothing'",
        number,
    ),
    Breach(
        "every officer of a record is what they were when they arrived",
        "UPDATE incidents_recordofficer SET cit_active = NOT cit_active",
        lambda: "C-12",
    ),
    Breach(
        "no incident is dispatched without a unit",
        "UPDATE incidents_incident SET status = 'dispatched'",
        number,
    ),
    Breach(
        "every officer on scene has a running welfare timer",
        "UPDATE incidents_assignment SET status = 'on_scene'",
        lambda: "C-12",
    ),
    Breach(
        "no clock runs for what has ended",
        "UPDATE incidents_timer SET ended_at = NULL, stage = 'running' WHERE kind = 'welfare'",
        number,
    ),
    Breach(
        "every approved version of the script says what was approved",
        "INSERT INTO incidents_script (id, agency_id, number, status, title, content, sha256, tried_sha256, "
        "written_by_id, version) SELECT gen_random_uuid(), agency_id, 7, 'approved', 'Other', '{}', 'no hash', "
        "'', id, 1 FROM officers_user LIMIT 1",
        lambda: "7",
    ),
    Breach(
        "no open referral is without someone answerable",
        "UPDATE referrals_teammember SET active = false",
        lambda: Referral.objects.get().number,
    ),
    Breach(
        "no open referral is without someone answerable",
        "UPDATE officers_user SET is_active = false WHERE name = 'Marigold'",
        lambda: Referral.objects.get().number,
    ),
    Breach(
        "no message is due for more than five minutes",
        "INSERT INTO notifications_delivery (id, agency_id, user_id, dedupe_key, kind, reference, path, state, due_at, "
        "expires_at, attempts, last_error) SELECT gen_random_uuid(), agency_id, id, 'k', 'referral.recalled', 'n', '', "
        "'pending', now() - interval '301 seconds', now(), 0, '' FROM officers_user WHERE name = 'Marigold'",
        lambda: f"delivery {Delivery.objects.get(dedupe_key='k').pk}",
    ),
    Breach(
        "no replayed row is without its case",
        "INSERT INTO outcomes_replayedrow (agency_id, source, line, case_id) "
        "SELECT id, repeat('ab', 32), 7, gen_random_uuid() FROM officers_agency",
        lambda: "line 7 of abababababab",
    ),
    Breach(
        "nobody is on duty without an open time entry, nor off duty with one",
        "UPDATE officers_officer SET duty = 'off_duty' WHERE call_sign = 'S-21'",
        lambda: "S-21",
    ),
    Breach(
        "nobody is on duty without an open time entry, nor off duty with one",
        "DELETE FROM officers_timeentry WHERE officer_id = (SELECT id FROM officers_officer WHERE call_sign = 'C-12')",
        lambda: "C-12",
    ),
    Breach(
        "nobody has two shifts at the same time",
        "INSERT INTO officers_shift (id, agency_id, officer_id, position, starts_at, ends_at, override_reason, status, "
        "version) SELECT gen_random_uuid(), agency_id, id, 'patrol', now(), now() + n * interval '1 hour', '', "
        "'scheduled', 1 FROM officers_officer, generate_series(1, 2) n WHERE call_sign = 'S-21'",
        lambda: "S-21",
    ),
    Breach(
        "whoever is on the roster can log in, and whoever left cannot",
        "UPDATE officers_user SET is_active = false WHERE name = 'Yucca'",
        lambda: "C-12",
    ),
    Breach(
        "whoever is on the roster can log in, and whoever left cannot",
        "UPDATE officers_officer SET active = false, duty = 'off_duty' WHERE call_sign = 'S-21'; "
        "UPDATE officers_timeentry SET clocked_out_at = clocked_in_at WHERE officer_id = "
        "(SELECT id FROM officers_officer WHERE call_sign = 'S-21')",
        lambda: "S-21",
    ),
    Breach(
        "every file that was handed in is still what it was",
        "INSERT INTO officers_storedfile (id, agency_id, sha256, size, media_type, name, uploaded_by_id) "
        "SELECT gen_random_uuid(), agency_id, repeat('ab', 32), 1, 'image/png', 'x', id FROM officers_user "
        "WHERE name = 'Yucca'",
        lambda: str(StoredFile.objects.get().pk),
    ),
    Breach(
        "nobody verified their own completion",
        "UPDATE officers_certification SET verified_by_id = user_id",
        lambda: f"completion {Certification.objects.get().pk}",
    ),
    Breach(
        "no two versions of a training rule are in force on one day",
        "INSERT INTO officers_trainingrule (id, agency_id, slug, title, kind, anchor, licenses, courses, "
        "effective_from, due_soon_days, source) SELECT gen_random_uuid(), id, 'cpr', 'CPR', 'once', '', '{}', '{CPR}', "
        "day, 90, '' FROM officers_agency, (VALUES (date '2020-01-01'), (date '2021-01-01')) AS days (day)",
        lambda: "cpr",
    ),
    Breach(
        "no class has more people than seats",
        "INSERT INTO officers_trainingsession (id, agency_id, course_id, starts_at, ends_at, place, seats) "
        "SELECT gen_random_uuid(), agency_id, id, now(), now() + interval '1 hour', 'A-101', 0 FROM officers_course "
        "WHERE number = '3843'; INSERT INTO officers_booking (id, agency_id, session_id, officer_id, status, "
        "booked_by_id, version) SELECT gen_random_uuid(), o.agency_id, s.id, o.id, 'booked', o.user_id, 1 "
        "FROM officers_officer o, officers_trainingsession s WHERE o.call_sign = 'C-12'",
        lambda: f"class {TrainingSession.objects.get().pk}",
    ),
)


@pytest.fixture
def whole() -> District:
    """A case from its call to its referral, in a district where everything holds."""
    found = build("sotol")
    refer(found, counselors(found, "Marigold")[0])
    run_as_admin("UPDATE core_outbox SET done_at = now()")
    return found


def verify() -> tuple[list[str], str]:
    """The broken sentences, and everything that verify says."""
    said = StringIO()
    try:
        call_command("verify", stdout=said)
    except CommandError:
        said.write("refused")
    lines = said.getvalue().splitlines()
    return [line.removeprefix("BROKEN  ") for line in lines if line.startswith("BROKEN")], said.getvalue()


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach.sentence}: {breach.statement[:24]}")
def test_a_broken_invariant_is_named_with_its_row_and_no_other(breach: Breach, whole: District) -> None:
    assert verify()[0] == []
    run_as_admin(FREE + breach.statement)
    broken, said = verify()
    assert broken == [breach.sentence]
    assert f"        {breach.named()}\n" in said
    assert said.endswith("refused")


def test_every_invariant_of_the_program_can_be_seen_to_break() -> None:
    shown = {breach.sentence for breach in BREACHES} | {"no officer is on two active assignments"}
    ours = {one.sentence for one in INVARIANTS if not one.find.__module__.startswith("officers")}
    assert ours - shown == set()
    assert len({one.sentence for one in INVARIANTS}) == len(INVARIANTS)


@contextmanager
def without_index(name: str) -> Iterator[None]:
    """As if the database did not guard this: the index is gone, and comes back when its rows are gone."""
    ((definition,),) = run_as_admin("SELECT indexdef FROM pg_indexes WHERE indexname = %s", [name])
    run_as_admin(f"DROP INDEX {name}")
    try:
        yield
    finally:
        run_as_admin(FREE + "DELETE FROM incidents_assignment")
        run_as_admin(definition)


def test_an_officer_on_two_active_assignments_is_named() -> None:
    district = build("sotol")
    first = sent(district, district.cit_officer)
    second = sent(district, cast.officer(district.campus, "Agate", "C-13", cit=True))
    with without_index("officer_on_one_assignment"):
        run_as_admin(f"UPDATE incidents_assignment SET officer_id = '{first.officer_id}' WHERE id = '{second.pk}'")
        broken, said = verify()
    assert broken == ["no officer is on two active assignments"]
    assert "        C-12\n" in said


def test_one_call_sign_in_two_agencies_is_two_officers() -> None:
    for name in ("sotol", "neighbor"):
        district = build(name)
        sent(district, district.cit_officer)
    run_as_admin("UPDATE core_outbox SET done_at = now()")
    assert Assignment.objects.filter(officer__call_sign="C-12", status="dispatched").count() == 2
    assert verify()[0] == []


def test_every_broken_row_has_its_line_and_the_last_line_counts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [Invariant("all pebbles are grey", lambda: ["pebble 1", "pebble 2"]), Invariant("all fall", list)]
    monkeypatch.setattr("core.management.commands.verify.INVARIANTS", made)
    said = StringIO()
    with pytest.raises(CommandError, match="2 rows break"):
        call_command("verify", stdout=said)
    assert said.getvalue() == ("BROKEN  all pebbles are grey\n        pebble 1\n        pebble 2\nok      all fall\n")


def sent(district: District, officer: Officer) -> Assignment:
    """This officer, sent to an incident of their own."""
    incident = log_call(district, client_key=uuid4()).incident
    return assignments.send(incident, actor=district.dispatcher, expected_version=None, officer=officer, at=NOON)
