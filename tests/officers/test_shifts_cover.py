"""Cover, exchange and leave: who may say what, when it is too late, and that the shifts really change hands."""

from datetime import date, time
from threading import Barrier, Thread

import pytest
from django.db import connection

from core.actors import Actor
from core.errors import BrokenRule, Conflict, DomainError, Forbidden
from core.models import Event
from officers.models import CoverRequest, Leave, Officer, Shift
from officers.roles import License
from officers.selectors.leave import to_cover
from officers.services import covers, leave, shifts
from tests.cast import District, build, officer
from tests.officers.rota import DAY, NOW, TODAY, ZONE, second_supervisor, shift


def asked(district: District, mine: Shift, offered: Shift | None = None) -> CoverRequest:
    """The CIT officer asks about their own shift."""
    return covers.ask(mine, actor=district.officer(district.cit_officer), offered=offered, at=NOW)


def accepted(district: District, request: CoverRequest) -> CoverRequest:
    """The other officer takes it."""
    taker = district.officer(district.other_officer)
    return covers.accept(request, actor=taker, expected_version=1, at=NOW)


def worked_by(*rows: Shift) -> list[str]:
    """Who works these shifts now."""
    return [Shift.objects.get(pk=row.pk).officer.call_sign for row in rows]


def test_a_shift_is_asked_about_taken_approved_and_changes_hands(district: District) -> None:
    mine = shift(district.cit_officer, 1)
    request = accepted(district, asked(district, mine))
    assert worked_by(mine) == ["C-12"]
    done = covers.approve(request, actor=district.supervisor, expected_version=2, at=NOW)
    assert (done.status, done.decided_by_id, worked_by(mine)) == ("approved", district.supervisor.id, ["S-21"])
    assert set(Event.objects.values_list("type", flat=True)) == {
        "cover.asked",
        "cover.accepted",
        "cover.approved",
        "shift.handed_over",
    }


def test_two_shifts_are_exchanged_even_when_they_overlap_each_other(district: District) -> None:
    mine, theirs = shift(district.cit_officer, 1), shift(district.other_officer, 1, time(12), time(20))
    request = accepted(district, asked(district, mine, theirs))
    covers.approve(request, actor=district.supervisor, expected_version=2, at=NOW)
    assert worked_by(mine, theirs) == ["S-21", "C-12"]


def test_an_exchange_that_would_overlap_a_third_shift_leaves_everything_as_it_was(district: District) -> None:
    mine, theirs = shift(district.cit_officer, 1), shift(district.other_officer, 3)
    request = accepted(district, asked(district, mine, theirs))
    shift(district.cit_officer, 3, time(14), time(16))
    with pytest.raises(BrokenRule, match="overlaps"):
        covers.approve(request, actor=district.supervisor, expected_version=2, at=NOW)
    assert worked_by(mine, theirs) == ["C-12", "S-21"]
    assert CoverRequest.objects.get(pk=request.pk).status == "accepted"


def test_nobody_exchanges_with_themselves_or_takes_their_own_shift(district: District) -> None:
    mine, also_mine = shift(district.cit_officer, 1), shift(district.cit_officer, 3)
    with pytest.raises(BrokenRule, match="nothing to exchange"):
        asked(district, mine, also_mine)
    request = asked(district, mine)
    with pytest.raises(Forbidden):
        covers.accept(request, actor=district.officer(district.cit_officer), expected_version=1, at=NOW)


def test_nobody_asks_about_the_shift_of_another(district: District) -> None:
    theirs = shift(district.other_officer, 1)
    with pytest.raises(Forbidden):
        asked(district, theirs)
    assert not CoverRequest.objects.exists()


def test_an_exchange_is_taken_only_by_whom_it_was_offered_to(district: District) -> None:
    third = officer(district.campus, "Sorrel", "C-13", cit=False)
    request = asked(district, shift(district.cit_officer, 1), shift(district.other_officer, 3))
    with pytest.raises(BrokenRule, match="somebody else"):
        covers.accept(request, actor=district.officer(third), expected_version=1, at=NOW)


def test_one_shift_is_asked_about_once_at_a_time(district: District) -> None:
    mine = shift(district.cit_officer, 1)
    request = asked(district, mine)
    with pytest.raises(Conflict, match="already been asked"):
        asked(district, mine)
    covers.withdraw(request, actor=district.officer(district.cit_officer), expected_version=1, at=NOW)
    assert asked(district, mine)


def test_the_taker_must_be_free_rested_licensed_and_not_away(district: District) -> None:
    mine = shift(district.cit_officer, 1)
    request = asked(district, mine)
    busy = shift(district.other_officer, 1, time(15), time(20))
    with pytest.raises(BrokenRule, match="Only 0 h of rest"):
        accepted(district, request)
    shifts.cancel(busy, actor=district.supervisor, expected_version=1, at=NOW)
    away = leave.ask(
        district.other_officer,
        actor=district.officer(district.other_officer),
        kind="sick",
        from_day=TODAY + DAY,
        to_day=TODAY + DAY,
        at=NOW,
    )
    leave.approve(away, actor=district.supervisor, expected_version=1, at=NOW)
    with pytest.raises(BrokenRule, match="approved leave"):
        accepted(district, request)
    leave.withdraw(away, actor=district.supervisor, expected_version=2, at=NOW)
    Officer.objects.filter(pk=district.other_officer.pk).update(license=License.SECURITY)
    with pytest.raises(BrokenRule, match="no license"):
        accepted(district, request)


def test_whoever_is_part_of_an_exchange_does_not_approve_it(district: District) -> None:
    mine = shift(district.cit_officer, 1)
    request = accepted(district, asked(district, mine))
    for part in (district.cit_officer, district.other_officer):
        with pytest.raises(Forbidden):
            covers.approve(request, actor=second_supervisor(district, part), expected_version=2, at=NOW)
    assert worked_by(mine) == ["C-12"]


def test_it_is_too_late_once_the_shift_has_begun(district: District) -> None:
    mine = shift(district.cit_officer, 1)
    request = accepted(district, asked(district, mine))
    with pytest.raises(Conflict, match="already begun"):
        covers.approve(request, actor=district.supervisor, expected_version=2, at=mine.starts_at)
    with pytest.raises(Conflict, match="already begun"):
        covers.ask(mine, actor=district.officer(district.cit_officer), at=mine.starts_at)
    assert worked_by(mine) == ["C-12"]


def test_a_shift_that_was_handed_over_meanwhile_ends_the_request(district: District) -> None:
    third = officer(district.campus, "Sorrel", "C-13", cit=False)
    mine = shift(district.cit_officer, 1)
    request = accepted(district, asked(district, mine))
    shifts.hand_over(mine, actor=district.supervisor, expected_version=1, officer=third, at=NOW)
    assert CoverRequest.objects.get(pk=request.pk).status == "declined"
    with pytest.raises(DomainError):
        covers.approve(request, actor=district.supervisor, expected_version=None, at=NOW)
    assert worked_by(mine) == ["C-13"]


def test_what_is_decided_is_not_decided_again(district: District) -> None:
    request = asked(district, shift(district.cit_officer, 1))
    covers.decline(request, actor=district.supervisor, expected_version=1, at=NOW)
    with pytest.raises(Conflict):
        covers.withdraw(request, actor=district.officer(district.cit_officer), expected_version=None, at=NOW)
    with pytest.raises(Conflict):
        covers.accept(request, actor=district.officer(district.other_officer), expected_version=None, at=NOW)


def test_a_taker_deactivated_meanwhile_does_not_get_the_shift(district: District) -> None:
    mine = shift(district.cit_officer, 1)
    request = accepted(district, asked(district, mine))
    Officer.objects.filter(pk=district.other_officer.pk).update(duty="off_duty", active=False)
    with pytest.raises(BrokenRule, match="no longer on the roster"):
        covers.approve(request, actor=district.supervisor, expected_version=2, override_reason="emergency", at=NOW)
    assert worked_by(mine) == ["C-12"]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_one_shift_at_once_one_has_it_and_the_other_is_told() -> None:
    district = build("sotol")
    third = officer(district.campus, "Sorrel", "C-13", cit=False)
    request = asked(district, shift(district.cit_officer, 1))
    start, answers = Barrier(2), []

    def take(actor: Actor) -> None:
        start.wait()
        try:
            found = covers.accept(CoverRequest.objects.get(pk=request.pk), actor=actor, expected_version=1, at=NOW)
            answers.append(found.status)
        except Conflict as refusal:
            answers.append(refusal.code)
        finally:
            connection.close()

    pair = [Thread(target=take, args=[district.officer(each)]) for each in (district.other_officer, third)]
    for thread in pair:
        thread.start()
    for thread in pair:
        thread.join()
    assert sorted(answers) == ["accepted", "conflict"]


def away(district: District, first: int, last: int, **changes: object) -> Leave:
    """The CIT officer asks for some days."""
    me = district.officer(district.cit_officer)
    given = {"kind": "vacation", "from_day": TODAY + DAY * first, "to_day": TODAY + DAY * last, "at": NOW, **changes}
    return leave.ask(district.cit_officer, actor=me, **given)


def test_leave_takes_whole_days_of_the_agency_also_over_a_change_of_the_clock(district: District) -> None:
    asked_for = away(district, 6, 6)
    assert asked_for.starts_at.astimezone(ZONE).date() == date(2026, 3, 8)
    assert (asked_for.ends_at - asked_for.starts_at).total_seconds() / 3600 == 23


def test_approved_leave_lists_the_shifts_that_need_somebody_else(district: District) -> None:
    inside, before = shift(district.cit_officer, 2), shift(district.cit_officer, 1)
    granted = leave.approve(away(district, 2, 4), actor=district.supervisor, expected_version=1, at=NOW)
    assert [each.pk for each in to_cover(district.supervisor, granted)] == [inside.pk]
    assert worked_by(inside, before) == ["C-12", "C-12"]


def test_leave_overlapping_leave_or_ending_before_it_begins_is_refused(district: District) -> None:
    away(district, 2, 4)
    with pytest.raises(BrokenRule, match="already been asked"):
        away(district, 4, 5)
    with pytest.raises(BrokenRule, match="before the first"):
        away(district, 8, 7)
    assert Leave.objects.count() == 1


def test_nobody_asks_for_another_or_decides_about_themselves(district: District) -> None:
    with pytest.raises(Forbidden):
        leave.ask(
            district.other_officer,
            actor=district.officer(district.cit_officer),
            kind="sick",
            from_day=TODAY,
            to_day=TODAY,
            at=NOW,
        )
    mine = away(district, 2, 4)
    with pytest.raises(Forbidden):
        leave.approve(mine, actor=second_supervisor(district, district.cit_officer), expected_version=1, at=NOW)
    assert leave.decline(mine, actor=district.supervisor, expected_version=1, at=NOW).status == "declined"
