"""The officers' panel: who is shown, in which order, and what the chips let through."""

import re
from datetime import timedelta

from django.core.cache import cache
from django.test import Client

from incidents.models import PendingCall
from officers.models import CampusGroup, CampusGroupMember, Certification, Officer
from tests.cast import NOON, District, arrived, day_here, log_call, officer
from tests.incidents.desk import signed_in


def panel(client: Client, query: str = "") -> str:
    cache.clear()
    answer = client.get(f"/board/units/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def signs(page: str) -> list[str]:
    return re.findall(r'<tr id="u-([^"]+)"', page)


def test_free_officers_stand_before_those_who_are_out_and_off_duty_ones_apart(district: District) -> None:
    arrived(district, log_call(district).incident)
    away = officer(district.campus, "Mica", "C-01", cit=True)
    Officer.objects.filter(pk=away.pk).update(duty="off_duty")
    page = panel(signed_in(district.dispatcher))
    assert signs(page) == ["S-21", "C-12"]
    assert "Off duty" in page
    assert '<li id="u-C-01">' in page
    assert "All 2" in page


def test_the_chips_let_certified_and_available_officers_through(district: District) -> None:
    arrived(district, log_call(district).incident)
    client = signed_in(district.dispatcher)
    assert signs(panel(client, "?show=cit")) == ["C-12"]
    assert signs(panel(client, "?show=available")) == ["S-21"]
    assert "CIT 1" in panel(client)
    assert "Available 1" in panel(client)


def test_a_zone_holds_who_is_there_or_on_the_way_there(district: District, neighbor: District) -> None:
    agency = district.campus.agency
    north = CampusGroup.objects.create(agency=agency, name="North")
    CampusGroupMember.objects.create(agency=agency, group=north, campus=district.campus)
    CampusGroup.objects.create(agency=neighbor.campus.agency, name="Elsewhere")
    client = signed_in(district.dispatcher)
    assert signs(panel(client, f"?zone={north.pk}")) == ["C-12", "S-21"]
    assert signs(panel(client, f"?zone={district.campus.pk}")) == []
    assert "Elsewhere" not in panel(client)


def test_the_badge_says_current_due_and_none(district: District) -> None:
    day = day_here() + timedelta(days=19)
    officer(district.campus, "Mica", "C-01", cit=True)
    Certification.objects.filter(user=district.cit_officer.user).update(expires_on=day)
    page = panel(signed_in(district.dispatcher))
    assert 'class="cit current">CIT<' in page
    assert re.search(r'class="cit due">CIT, 19 d left<', page)
    assert 'class="cit none">Not CIT<' in page


def test_what_waits_is_counted_while_the_officer_is_out_and_offered_when_free(district: District) -> None:
    busy, waits = log_call(district).incident, log_call(district).incident
    part = arrived(district, busy)
    common = {"agency_id": busy.agency_id, "officer": district.cit_officer, "by_id": district.dispatcher.person}
    PendingCall.objects.create(incident=waits, at=NOON, **common)
    page = panel(signed_in(district.dispatcher))
    assert "1 call waits" in page
    assert f"/incidents/{waits.pk}/send/" not in page
    type(part).objects.filter(pk=part.pk).update(status="clear")
    page = panel(signed_in(district.dispatcher))
    assert f"/incidents/{waits.pk}/send/" in page
    assert "Send to 26-0002" in page


def test_the_panel_keeps_what_the_desk_chose(district: District) -> None:
    incident = log_call(district).incident
    page = panel(signed_in(district.dispatcher), f"?show=cit&incident={incident.pk}&tab=waiting")
    assert f'hx-get="/board/units/?show=cit&amp;zone=&amp;incident={incident.pk}&amp;tab=waiting"' in page
    assert "kept=" not in page


def test_who_does_not_dispatch_is_refused(district: District) -> None:
    assert signed_in(district.officer(district.cit_officer)).get("/board/units/").status_code == 403
