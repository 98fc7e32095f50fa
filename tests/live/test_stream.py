"""The stream, asked of a real web process: who is let in, who hears what, and how it ends."""

import signal
from collections.abc import Callable
from time import monotonic
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session

from cit_dispatch.embedded.process import until
from core.feed.hub import PER_PERSON
from incidents.services import assignments, notes
from officers.models import Officer, RoleGrant, User
from officers.roles import Role
from tests.cast import District, counselors, log_call, refer
from tests.faults.conftest import ask
from tests.faults.system import System
from tests.live.conftest import Screen, cookie, start

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
Listen = Callable[..., Screen]
SOON_S = 1.0


def test_a_signed_out_screen_is_refused(web: System) -> None:
    assert ask(web, "GET", "/live/") == 401
    assert ask(web, "GET", "/live/", Cookie="sessionid=abcdefghijklmnopqrstuvwxyz012345") == 401
    assert ask(web, "POST", "/live/") == 405


def test_another_site_is_refused_even_with_a_valid_log_in(district: District, listen: Listen) -> None:
    assert listen(district.dispatcher.id, **{"Sec-Fetch-Site": "cross-site"}).status == 403
    assert listen(district.dispatcher.id, **{"Sec-Fetch-Site": "same-origin"}).status == 200


def test_a_call_rings_at_the_desk_and_says_nothing_about_it(district: District, listen: Listen) -> None:
    desk = listen(district.dispatcher.id).started()
    log_call(district)
    assert {topic.partition(":")[0] for topic in desk.until_heard("timer")} == {"incident", "timer"}


def test_a_desk_hears_which_incident_has_changed(district: District, listen: Listen) -> None:
    incident = log_call(district).incident
    desk = listen(district.dispatcher.id).started()
    notes.add(incident, actor=district.dispatcher, text="Door B3 is locked.")
    assert desk.until_heard(f"incident:{incident.pk}") == [f"incident:{incident.pk}"]


def test_only_the_officer_who_was_sent_hears_of_it(district: District, listen: Listen) -> None:
    sent = listen(district.cit_officer.user_id).started()
    other = listen(district.other_officer.user_id).started()
    incident = log_call(district).incident
    assignments.send(incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer)
    sent.until_heard("assignment")
    assert f"incident:{incident.pk}" in sent.heard
    assert "incident" not in sent.heard
    assert other.is_quiet()


def test_another_agencys_doorbell_never_rings_here(district: District, neighbor: District, listen: Listen) -> None:
    strangers = [listen(one).started() for one in (neighbor.dispatcher.id, neighbor.cit_officer.user_id)]
    desk = listen(district.dispatcher.id).started()
    incident = log_call(district).incident
    assignments.send(incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer)
    desk.until_heard("assignment")
    assert all(stranger.is_quiet() for stranger in strangers)


def test_a_referral_rings_for_its_team_its_sender_and_the_director_and_for_no_other_counselor(
    district: District, listen: Listen
) -> None:
    team, (member, other) = counselors(district, "Marigold", "Gypsum")
    team.members.filter(user=other.id).update(active=False)
    hears = [listen(one).started() for one in (member.id, district.cit_officer.user_id)]
    others = [listen(one).started() for one in (other.id, district.dispatcher.id, district.other_officer.user_id)]
    refer(district, team)
    for screen in hears:
        screen.until_heard("referral")
    for screen in others:
        screen.is_quiet()
        assert "referral" not in screen.heard


def test_a_screen_that_was_away_hears_what_it_missed_and_nothing_else(district: District, listen: Listen) -> None:
    desk = listen(district.dispatcher.id).started()
    log_call(district)
    desk.until_heard("incident")
    desk.close()
    back = listen(district.dispatcher.id, desk.last).started()
    assert back.is_quiet()
    back.close()
    incident = log_call(district).incident
    assignments.send(incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer)
    assert {"incident", "assignment"} <= set(listen(district.dispatcher.id, back.last).until_heard("assignment"))


@pytest.mark.parametrize("last", ["nonsense", "0123.5:5:", "x" * 5000])
def test_a_screen_with_a_position_that_nobody_knows_is_told_to_look_at_everything(
    last: str, district: District, listen: Listen
) -> None:
    screen = listen(district.dispatcher.id, last).started()
    assert screen.heard == (["resync"] if last.startswith("0123") else [])


def test_a_restart_of_the_server_loses_nothing(web: System, district: District, listen: Listen) -> None:
    desk = listen(district.dispatcher.id).started()
    session = cookie(district.dispatcher.id)
    web.kill("web")
    log_call(district)
    start(web)
    assert set(listen(district.dispatcher.id, desk.last, session).until_heard("timer")) >= {"incident", "timer"}
    log_call(district)
    assert set(listen(district.dispatcher.id, desk.last, session).until_heard("timer")) >= {"incident", "timer"}


def test_signing_out_ends_that_log_ins_stream_and_no_other(district: District, listen: Listen) -> None:
    session = cookie(district.dispatcher.id)
    mine, elsewhere = (
        listen(district.dispatcher.id, session=session).started(),
        listen(district.dispatcher.id).started(),
    )
    Session.objects.filter(session_key=session).delete()
    begun = monotonic()
    mine.until_end()
    assert monotonic() - begun < SOON_S
    assert listen(district.dispatcher.id, session=session).status == 401
    assert elsewhere.is_quiet()


def _role(person: UUID | None) -> None:
    user = User.objects.get(pk=person)
    RoleGrant.objects.create(agency=user.agency, user=user, role=Role.TEACHER)


def _without_roles(person: UUID | None) -> None:
    RoleGrant.objects.filter(user=person).update(role=Role.TEACHER)


def _deactivated(person: UUID | None) -> None:
    User.objects.filter(pk=person).update(is_active=False)


def _password(person: UUID | None) -> None:
    user = User.objects.get(pk=person)
    user.set_password("a-long-new-password")
    user.save()


@pytest.mark.parametrize("change", [_role, _without_roles, _deactivated, _password])
def test_a_change_of_what_a_person_is_ends_their_streams_within_a_second(
    change: Callable[[UUID | None], None], district: District, listen: Listen
) -> None:
    screen, other = listen(district.dispatcher.id).started(), listen(district.supervisor.id).started()
    change(district.dispatcher.id)
    begun = monotonic()
    screen.until_end()
    assert monotonic() - begun < SOON_S
    assert other.is_quiet()


def test_a_screen_that_lost_its_role_does_not_hear_of_it_any_more(district: District, listen: Listen) -> None:
    session = cookie(district.dispatcher.id)
    before = listen(district.dispatcher.id, session=session).started()
    _without_roles(district.dispatcher.id)
    before.until_end()
    again, desk = listen(district.dispatcher.id, session=session).started(), listen(district.supervisor.id).started()
    Officer.objects.filter(pk=district.cit_officer.pk).update(duty="busy")
    desk.until_heard("unit")
    assert again.is_quiet()


def test_one_person_has_a_bounded_number_of_streams(district: District, listen: Listen) -> None:
    session = cookie(district.dispatcher.id)
    screens = [listen(district.dispatcher.id, session=session).started() for _ in range(PER_PERSON)]
    assert listen(district.dispatcher.id, session=session).status == 429
    assert listen(district.supervisor.id).status == 200
    screens[0].close()
    assert until(lambda: listen(district.dispatcher.id, session=session).status == 200)


def test_being_told_to_stop_ends_the_streams_first(web: System, district: District, listen: Listen) -> None:
    screens = [listen(district.dispatcher.id).started() for _ in range(3)]
    begun = monotonic()
    web.processes["web"].signal(signal.SIGTERM)
    for screen in screens:
        screen.until_end()
    assert monotonic() - begun < SOON_S
    assert until(lambda: web.processes["web"].child.poll() is not None, 5.0)
