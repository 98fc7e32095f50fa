"""How a case's timeline tells of its clocks."""

from incidents.models import Incident, Timer
from incidents.services import timer_sweep
from tests.cast import District
from tests.incidents.desk import signed_in
from tests.incidents.timers.conftest import after


def test_the_timeline_says_which_clock_and_whose(district: District, welfare: Timer) -> None:
    for minute in (10, 11, 12):
        timer_sweep.run(after(minute))
    page = signed_in(district.dispatcher).get(f"/incidents/{welfare.incident_id}/").content.decode()
    assert "C-12 was asked whether all is well" in page
    assert "Alarm (Welfare check) C-12" in page


def test_an_alarm_of_a_waiting_call_names_its_clock(district: District, waiting: Incident) -> None:
    timer_sweep.run(after(5))
    page = signed_in(district.dispatcher).get(f"/incidents/{waiting.pk}/").content.decode()
    assert "Alarm (Waiting too long)" in page
