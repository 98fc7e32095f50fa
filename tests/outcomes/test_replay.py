"""A replay goes through the real services, whole cases or nothing, once for each row."""

from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from core.errors import BrokenRule
from core.models import Event, Outbox
from incidents.models import Call, DeescalationRecord, Incident
from notifications.models import Delivery
from officers.models import Agency, Officer
from officers.roles import Duty, Role
from outcomes.models import ReplayedRow
from outcomes.replay import case as playing
from outcomes.replay import run
from referrals.models import Referral
from tests.cast import District, counselors, person
from tests.outcomes.test_replay_rows import ARRIVALS

ZONE = ZoneInfo("America/Denver")
REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "crisis_calls" / "suicide_related_calls.csv"


@pytest.fixture
def staffed(district: District) -> District:
    """The cast with counselors and a director."""
    counselors(district, "Marigold", "Gypsum")
    person(district.campus.agency, "Juniper", Role.DIRECTOR)
    return district


def replay(path: Path = ARRIVALS, **options: object) -> str:
    """What the command prints."""
    said = StringIO()
    call_command("replay", str(path), stdout=said, **options)
    return said.getvalue()


def sealed() -> None:
    """Let the deferred triggers run inside the test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_each_row_becomes_a_closed_case_at_its_own_hour(staffed: District) -> None:
    said = replay()
    assert "20 cases replayed, 0 had been before, 0 are left" in said
    assert "0 effects are still owed" in said
    assert Incident.objects.filter(status="closed").count() == 20
    hours = [call.received_at.astimezone(ZONE).hour for call in Call.objects.order_by("received_at")]
    assert sorted(hours) == sorted(int(line.split(",")[3]) for line in ARRIVALS.read_text().splitlines()[1:])
    sealed()
    call_command("verify", stdout=StringIO())


def test_the_flag_of_the_file_decides_the_detention(staffed: District) -> None:
    replay()
    detained = DeescalationRecord.objects.filter(primary_outcome="emergency_detention")
    assert detained.count() == ARRIVALS.read_text().count(",Yes,")
    assert set(DeescalationRecord.objects.values_list("status", flat=True)) == {"submitted"}


def test_every_referral_is_followed_until_its_loop_is_closed(staffed: District) -> None:
    replay()
    met = DeescalationRecord.objects.exclude(primary_outcome="gone_on_arrival").count()
    assert Referral.objects.filter(loop_closed_at__isnull=False).count() == Referral.objects.count() == met
    assert set(Delivery.objects.values_list("state", flat=True)) == {"expired"}
    assert not Outbox.objects.filter(done_at__isnull=True).exists()


def test_a_second_run_goes_on_where_the_first_stopped(staffed: District) -> None:
    replay(limit=8)
    said = replay()
    assert "12 cases replayed, 8 had been before, 0 are left" in said
    assert Call.objects.count() == ReplayedRow.objects.count() == 20
    assert "0 cases replayed, 20 had been before" in replay()


def test_a_resumed_replay_is_the_same_as_an_unbroken_one(staffed: District, neighbor: District) -> None:
    counselors(neighbor, "Marigold", "Gypsum")
    person(neighbor.campus.agency, "Juniper", Role.DIRECTOR)
    replay(limit=5, agency="sotol")
    replay(agency="sotol")
    replay(agency="neighbor")
    told = [
        list(
            Incident.objects.filter(agency=home.campus.agency)
            .order_by("received_at", "number")
            .values_list("nature", "received_at", "closed_at", "priority", "records__primary_outcome")
        )
        for home in (staffed, neighbor)
    ]
    assert told[0] == told[1]


def test_a_malformed_row_stops_everything_unless_it_may_be_skipped(staffed: District, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(ARRIVALS.read_text() + "45,Smarch,Monday,9,No,1\n")
    with pytest.raises(CommandError, match="line 22: month “Smarch”"):
        replay(path)
    assert (Call.objects.count(), Event.objects.count()) == (0, 0)
    said = replay(path, skip_bad=True)
    assert "20 cases replayed" in said
    assert "skipped, line 22: month “Smarch”" in said


def test_a_case_that_breaks_in_the_middle_leaves_nothing(staffed: District, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise BrokenRule("broken on purpose")

    plan = run.prepare(run.Wish(ARRIVALS))
    monkeypatch.setattr(playing, "_close", broken)
    with pytest.raises(BrokenRule), transaction.atomic():
        run.perform(plan, 1, stop=lambda: False, step=lambda: None)
    for model in (Call, Incident, Event, Outbox, ReplayedRow, DeescalationRecord):
        assert model._default_manager.count() == 0


def test_asked_to_stop_it_finishes_the_case_and_leaves_the_rest(staffed: District) -> None:
    plan = run.prepare(run.Wish(ARRIVALS))
    tally = run.perform(plan, 1, stop=lambda: ReplayedRow.objects.count() == 3, step=lambda: None)
    assert (tally.cases, Incident.objects.filter(status="closed").count()) == (3, 3)


def test_what_is_missing_is_named(district: District) -> None:
    with pytest.raises(CommandError, match=r"has no director of student support and has no counselors .* AHS"):
        replay()


def test_without_a_district_it_points_to_the_demonstration(db: None) -> None:
    with pytest.raises(CommandError, match="Run `manage"):
        replay()


def test_of_several_agencies_one_must_be_named(staffed: District, neighbor: District) -> None:
    with pytest.raises(CommandError, match="Name one agency with --agency: neighbor, sotol"):
        replay()
    replay(limit=1, agency="sotol")
    assert not Incident.objects.filter(agency=neighbor.campus.agency).exists()


def test_an_unknown_campus_is_refused_with_the_known_ones(staffed: District) -> None:
    with pytest.raises(CommandError, match=r"Unknown campuses: XYZ\. Known: AHS"):
        replay(campuses="XYZ")


def test_an_officer_who_is_busy_is_not_taken_from_their_incident(staffed: District) -> None:
    Officer.objects.exclude(pk=staffed.cit_officer.pk).update(duty=Duty.OFF_DUTY)
    Officer.objects.filter(pk=staffed.cit_officer.pk).update(duty=Duty.BUSY)
    with pytest.raises(CommandError, match="no police officer available"):
        replay()


def test_rows_that_would_reach_into_the_future_are_refused(staffed: District) -> None:
    with pytest.raises(CommandError, match="Choose an earlier --start"):
        replay(start=run.clock.now().date())


def test_production_is_never_replayed_into(staffed: District, settings: LazySettings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="can never be removed"):
        replay()
    assert not Agency.objects.filter(pk__in=Incident.objects.values("agency")).exists()


def test_a_case_costs_the_same_number_of_statements_however_much_is_there(
    staffed: District, neighbor: District
) -> None:
    counselors(neighbor, "Marigold", "Gypsum")
    person(neighbor.campus.agency, "Juniper", Role.DIRECTOR)
    with CaptureQueriesContext(connection) as into_nothing:
        replay(limit=1, agency="sotol")
    replay(agency="sotol")
    with CaptureQueriesContext(connection) as beside_twenty:
        replay(limit=1, agency="neighbor")
    assert len(beside_twenty) == len(into_nothing)


@pytest.mark.skipif(not REAL.exists(), reason=f"The real arrivals are not at {REAL}.")
def test_the_real_arrivals_replay_and_every_invariant_holds(staffed: District) -> None:
    said = replay(REAL, limit=50)
    assert "50 cases replayed" in said
    sealed()
    checked = StringIO()
    call_command("verify", stdout=checked)
    assert "invariants hold" in checked.getvalue()
