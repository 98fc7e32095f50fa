"""An incident with everything on its page: two calls, people with plans, notes and a correction, a file, two units."""

from datetime import timedelta
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from core import clock
from incidents.care import normal
from incidents.models import Incident, ResponsePlan, Subject
from incidents.services import assessments, assignments, duplicates, notes
from tests.cast import CALM, District, day_here, log_call
from tests.incidents.care.plans import rows


def handled(scene: District) -> Incident:
    """A few minutes old, two units sent, one on scene."""
    at = clock.now() - timedelta(minutes=6)
    desk = {"actor": scene.dispatcher}
    incident = log_call(scene, at=at).incident
    people(scene, incident)
    answers = {**CALM, "q04": "accessible", "q05": "talks_about"}
    found = assessments.assess(incident, answers=answers, expected_version=None, at=at + timedelta(seconds=30), **desk)
    part = assignments.send(
        found, officer=scene.cit_officer, expected_version=None, at=at + timedelta(seconds=41), **desk
    )
    me = scene.officer(scene.cit_officer)
    part = assignments.start(part, actor=me, expected_version=None, at=at + timedelta(seconds=58))
    assignments.arrive(part, actor=me, expected_version=None, at=at + timedelta(seconds=247))
    joined(scene, incident)
    wrong = notes.add(incident, text="Cafeteria cleared by staff, door B2", at=at + timedelta(seconds=200), **desk)
    notes.correct(wrong, text="Cafeteria cleared by staff, door B3", at=at + timedelta(seconds=230), **desk)
    notes.add(incident, actor=me, text="Calming, moving to quiet room with aide", at=at + timedelta(seconds=300))
    file = SimpleUploadedFile("letter.pdf", b"%PDF-1.4 x %%EOF", content_type="application/pdf")
    notes.attach_file(incident, file=file, shows="The letter", at=at + timedelta(seconds=310), **desk)
    return Incident.objects.get(pk=incident.pk)


def joined(scene: District, incident: Incident) -> None:
    """A nurse calls about the same."""
    duplicates.attach(
        incident,
        actor=scene.dispatcher,
        client_key=uuid4(),
        received_via="district_phone",
        caller_role="nurse",
        caller_name="R. Nurse",
        callback="",
        extension="4204",
        language_needed="",
        nature="self_harm",
        said="She is in B-204 and does not want to come out.",
        answers={"q03": "no"},
        subjects=[],
        at=incident.received_at + timedelta(minutes=2),
    )


def people(scene: District, incident: Incident) -> None:
    """One student with a plan in force, one whose plan has expired."""
    agency = scene.campus.agency
    shared = {"agency": agency, "incident": incident, "role": "student"}
    Subject.objects.create(name="Lee Example", student_number="S-77", grade="g10", description="Gray hoodie", **shared)
    Subject.objects.create(name="Kim Sample", student_number="S-78", grade="g11", **shared)
    by = {"written_by_id": scene.dispatcher.person, "approved_by_id": scene.supervisor.person, "agency": agency}
    words = {"caution": "Do not touch or block the exit", **rows("Quiet room, headphones", "Sirens, crowds")}
    today = day_here()
    for number, until in (("S-77", today + timedelta(days=90)), ("S-78", today - timedelta(days=1))):
        ResponsePlan.objects.create(
            student_number=number,
            reviewed_on=today - timedelta(days=20),
            expires_on=until,
            status="approved",
            content=normal(words),
            **by,
        )
