"""A supervisor keeps a unit away from a person it met, from the record of that meeting."""

from datetime import timedelta

from core.models import Event
from officers.models import Restriction
from tests.cast import District, day_here, filed
from tests.incidents.desk import signed_in


def test_a_supervisor_keeps_the_unit_away_from_the_person(district: District) -> None:
    record = filed(district)
    here = f"/records/{record.pk}/"
    keeper = signed_in(district.supervisor)
    words = "Do not send C-12 to this person again"
    assert words in keeper.get(here).content.decode()
    assert words in keeper.get(f"{here}restrict/").content.decode()
    refused = keeper.post(f"{here}restrict/", {"reason": ""})
    assert refused.status_code == 422
    over = keeper.post(f"{here}restrict/", {"reason": "Complaint", "until": day_here() - timedelta(days=9)})
    assert over.status_code == 422
    assert not Restriction.objects.exists()
    done = keeper.post(f"{here}restrict/", {"reason": "Complaint"})
    assert (done.status_code, done["Location"]) == (303, here)
    made = Restriction.objects.get()
    assert (made.officer, made.subject_id, made.kind) == (district.cit_officer, record.subject_id, "person")
    assert Event.objects.get(type="officer.restricted").facts == {"unit": "C-12", "kind": "person", "until": None}
    again = keeper.post(f"{here}restrict/", {"reason": "Complaint"})
    assert (again.status_code, "already" in again.content.decode()) == (409, True)


def test_the_author_the_desk_and_strangers_may_not(district: District, neighbor: District) -> None:
    here = f"/records/{filed(district).pk}/"
    mine = signed_in(district.officer(district.cit_officer))
    assert "Do not send" not in mine.get(here).content.decode()
    assert mine.post(f"{here}restrict/", {"reason": "x"}).status_code == 403
    for actor in (district.dispatcher, neighbor.supervisor, district.officer(district.other_officer)):
        assert signed_in(actor).post(f"{here}restrict/", {"reason": "x"}).status_code == 404
    assert not Restriction.objects.exists()
