"""The tablet's and the record's pages, and what each step refuses."""

from core.models import Event
from incidents.models import DeescalationRecord
from incidents.services import assignments
from tests.cast import CALM, District, arrived, begun, filed, log_call
from tests.incidents.desk import post, signed_in, tapped, version


def test_the_tablet_shows_what_dispatch_asked_and_the_next_step_alone_is_large(district: District) -> None:
    incident = log_call(district).incident
    post(signed_in(district.dispatcher), f"/incidents/{incident.pk}/assess/", incident, **{**CALM, "q04": "accessible"})
    part = assignments.send(incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer)
    assignments.acknowledge(part, actor=district.officer(district.cit_officer))
    page = signed_in(district.officer(district.cit_officer)).get("/tablet/").content.decode()
    for words in ("Within reach", "Door B3", "no point any more", "C-12"):
        assert words in page
    assert page.count('class="st next"') == 1


def test_the_tablet_of_a_free_officer_lists_what_is_not_filed(district: District) -> None:
    incident = log_call(district).incident
    part = arrived(district, incident)
    me = district.officer(district.cit_officer)
    assignments.clear(part, actor=me, expected_version=None)
    page = signed_in(me).get("/tablet/").content.decode()
    assert "No assignment" in page
    assert f"/incidents/{incident.pk}/record/" in page
    assert "Nothing to file" in signed_in(district.officer(district.other_officer)).get("/tablet/").content.decode()


def test_a_second_tap_changes_nothing_and_shows_how_things_stand(district: District) -> None:
    part = assignments.send(
        log_call(district).incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer
    )
    officer = signed_in(district.officer(district.cit_officer))
    assignments.acknowledge(part, actor=district.officer(district.cit_officer))
    for _ in range(2):
        answer = officer.post(f"/assignments/{part.pk}/move/", {"move": "start", "version": 1})
        assert (answer.status_code, answer["Location"]) == (303, "/tablet/")
    assert Event.objects.filter(type="assignment.started").count() == 1
    page = officer.get("/tablet/").content.decode()
    assert "Already recorded: En route." in page
    assert "changed by someone else" not in page


def test_a_late_tap_on_a_step_that_is_over_says_how_things_stand(district: District) -> None:
    part = arrived(district, log_call(district).incident)
    officer = signed_in(district.officer(district.cit_officer))
    assert officer.post(f"/assignments/{part.pk}/move/", {"move": "start", "version": 1}).status_code == 303
    assert "It is now: On scene." in officer.get("/tablet/").content.decode()
    part.refresh_from_db()
    assert part.status == "on_scene"


def test_a_record_that_cannot_be_filed_says_what_is_missing_and_keeps_every_tap(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    record = begun(district, incident)
    officer = signed_in(district.officer(district.cit_officer))
    path = f"/records/{record.pk}/"
    assert "checked" not in officer.get(path).content.decode()
    answer = post(officer, path, record, then="file", behaviors=["panic"], weapon="none")
    assert answer.status_code == 422
    assert "Say which force was used" in answer.content.decode()
    assert answer.content.decode().count(" checked") == 2
    assert version(record) == 1
    assert post(officer, path, record, then="save", behaviors=["panic"], weapon="none").status_code == 303
    assert officer.get(path).content.decode().count(" checked") == 2


def test_a_supervisor_returns_and_approves_and_the_author_does_neither(district: District) -> None:
    record = filed(district)
    chief, author = signed_in(district.supervisor), signed_in(district.officer(district.cit_officer))
    path = f"/records/{record.pk}/"
    assert author.get(f"{path}return/").status_code == 403
    assert post(author, f"{path}move/", record).status_code == 403
    assert post(chief, f"{path}return/", record, return_comment="Say who was told.").status_code == 303
    assert "Say who was told." in author.get(path).content.decode()
    assert post(author, path, record, then="file", **tapped()).status_code == 303
    assert post(chief, f"{path}move/", record).status_code == 303
    assert DeescalationRecord.objects.get().status == "approved"
