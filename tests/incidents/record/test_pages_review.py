"""The pages of a review: force first, section by section, and changes after the lock with old and new."""

import pytest

from core.models import Event
from incidents.models import DeescalationRecord, RecordAmendment
from incidents.services import record_locks, records
from tests.cast import NOON, WHOLE, District, arrived, begun, filed, log_call
from tests.incidents.desk import post, signed_in, tapped

FORCE = {**WHOLE, "force_highest": 2, "force_reportable": True, "restraint_used": False}


def with_force(district: District) -> DeescalationRecord:
    """A filed record of an encounter with force."""
    incident = log_call(district).incident
    arrived(district, incident)
    me = district.officer(district.cit_officer)
    return records.file(begun(district, incident), actor=me, expected_version=None, at=NOON, **FORCE)


def locked(district: District) -> DeescalationRecord:
    """A record that was approved and locked."""
    record = filed(district)
    desk = {"actor": district.supervisor, "expected_version": None}
    return record_locks.lock_now(records.approve(record, **desk), **desk)


def test_the_queue_shows_force_first_and_then_whatever_has_waited_longest(district: District) -> None:
    calm, hard = filed(district), with_force(district)
    page = signed_in(district.supervisor).get("/records/").content.decode()
    queue = page[page.index("Waiting for you") : page.index("dense stacked")]
    assert queue.index(hard.incident.number) < queue.index(calm.incident.number)
    assert "Waiting for you" not in signed_in(district.officer(district.cit_officer)).get("/records/").content.decode()


def test_force_is_read_before_the_rest_is_approved(district: District) -> None:
    record = with_force(district)
    chief, path = signed_in(district.supervisor), f"/records/{record.pk}/"
    page = chief.get(path).content.decode()
    assert "Force: read it first" in page
    assert 'value="approve"' not in page
    assert post(chief, f"{path}move/", record, move="approve").status_code == 422
    assert post(chief, f"{path}move/", record, move="review_force").status_code == 303
    assert 'value="approve"' in chief.get(path).content.decode()
    assert post(chief, f"{path}move/", record, move="approve").status_code == 303
    record.refresh_from_db()
    assert (record.status, record.force_reviewed_by_id) == ("approved", district.supervisor.id)


def test_what_dispatch_knew_stands_beside_what_the_officer_wrote(district: District) -> None:
    record = filed(district)
    page = signed_in(district.supervisor).get(f"/records/{record.pk}/").content.decode()
    known, written = page.index("What dispatch knew"), page.index("What the officer wrote")
    assert known < page.index("no point any more") < written < page.index("Crying / hopeless")
    assert "as they were that day" in page[written:]


def test_a_record_is_returned_section_by_section_and_filed_again(district: District) -> None:
    record = filed(district)
    chief, author = signed_in(district.supervisor), signed_in(district.officer(district.cit_officer))
    path = f"/records/{record.pk}/"
    said = {"return_comment": "Nearly.", "return_comment-force": "Say who held the door."}
    assert post(chief, f"{path}return/", record, **said).status_code == 303
    record.refresh_from_db()
    assert record.return_comment == "Nearly.\nForce: Say who held the door."
    page = author.get(path).content.decode()
    assert 'href="#s-force"' in page
    assert "Say who held the door." in page
    assert post(author, path, record, then="file", **tapped()).status_code == 303
    record.refresh_from_db()
    assert record.status == "submitted"


def test_a_return_without_a_word_is_refused(district: District) -> None:
    record = filed(district)
    answer = post(signed_in(district.supervisor), f"/records/{record.pk}/return/", record, return_comment=" ")
    assert answer.status_code == 422
    record.refresh_from_db()
    assert record.status == "submitted"


def test_a_locked_record_is_amended_and_old_and_new_stay_beside_each_other(district: District) -> None:
    record = locked(district)
    author, chief = signed_in(district.officer(district.cit_officer)), signed_in(district.supervisor)
    path = f"/records/{record.pk}/amend/weapon/"
    assert author.get(path).status_code == 200
    assert post(author, path, record, weapon="stated_only").status_code == 422
    assert post(author, path, record, weapon="stated_only", reason="The counselor heard it.").status_code == 303
    change = RecordAmendment.objects.get()
    page = chief.get(f"/records/{record.pk}/").content.decode()
    for words in ("<del>None</del>", "<ins>Stated only</ins>", "The counselor heard it.", "Accept the change"):
        assert words in page
    assert "Accept the change" not in author.get(f"/records/{record.pk}/").content.decode()
    assert post(author, f"/record-amendments/{change.pk}/", change, move="accept").status_code == 403
    assert post(chief, f"/record-amendments/{change.pk}/", change, move="accept").status_code == 303
    record.refresh_from_db()
    assert (record.weapon, record.frozen["answers"]["weapon"]) == ("stated_only", "none")


def test_an_open_record_is_not_amended(district: District) -> None:
    record = filed(district)
    assert signed_in(district.supervisor).get(f"/records/{record.pk}/amend/weapon/").status_code == 409
    assert signed_in(district.supervisor).get(f"/records/{locked(district).pk}/amend/nonsense/").status_code == 404


@pytest.mark.parametrize(("purpose", "status"), [("internal_review", "approved"), ("court", "locked")])
def test_a_printed_record_is_kept_in_the_ledger_and_locked_when_it_leaves(
    district: District, purpose: str, status: str
) -> None:
    record = records.approve(filed(district), actor=district.supervisor, expected_version=None)
    chief, path = signed_in(district.supervisor), f"/records/{record.pk}/print/"
    assert chief.post(path, {"language": "en"}).status_code == 422
    answer = chief.post(path, {"purpose": purpose, "language": "es"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF")
    assert Event.objects.get(type="record.printed").facts == {"purpose": purpose, "language": "es"}
    record.refresh_from_db()
    assert record.status == status
