"""A page offers what can work, and says what is missing for what usually comes next."""

from core.actors import Actor
from incidents.models import Assignment, Incident
from incidents.services import assignments
from tests.cast import District, arrived, begun, filed, log_call
from tests.incidents.desk import signed_in


def page(actor: Actor, incident: Incident) -> str:
    """The incident's page as this person sees it."""
    return signed_in(actor).get(f"/incidents/{incident.pk}/").content.decode()


def sent(district: District, incident: Incident, **options: object) -> Assignment:
    """A unit sent by the desk."""
    return assignments.send(incident, actor=district.dispatcher, expected_version=None, **options)


def test_an_incident_is_not_offered_to_be_cleared_while_a_unit_is_out(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    for actor in (district.dispatcher, district.officer(district.cit_officer)):
        seen = page(actor, incident)
        assert f"/incidents/{incident.pk}/move/" not in seen
        assert "Add unit" in seen or actor != district.dispatcher


def test_an_incident_is_offered_to_be_closed_once_every_record_is_filed(district: District) -> None:
    incident = log_call(district).incident
    part = arrived(district, incident)
    me = district.officer(district.cit_officer)
    begun(district, incident)
    assignments.clear(part, actor=me, expected_version=None)
    seen = page(district.dispatcher, incident)
    assert "Not closed: the record of C-12 is missing." in seen
    assert f"/incidents/{incident.pk}/close/" not in seen
    done = filed(district).incident
    seen = page(district.dispatcher, done)
    assert f"/incidents/{done.pk}/close/" in seen
    assert "Not closed" not in seen


def test_the_only_unit_is_not_offered_to_be_called_back_and_either_of_two_is(district: District) -> None:
    incident = log_call(district).incident
    first = sent(district, incident, officer=district.cit_officer)
    assert f"/assignments/{first.pk}/cancel/" not in page(district.dispatcher, incident)
    second = sent(district, incident, officer=district.other_officer)
    seen = page(district.dispatcher, incident)
    assert f"/assignments/{first.pk}/cancel/" in seen
    assert f"/assignments/{second.pk}/cancel/" in seen
