"""Every state, every move, every role, in every relation to the record: allowed exactly where moves_table.csv says.

`role` in the table stands for the role in any relation; `role@own` for who was sent, wrote or referred;
`role@team` for a member of the addressed team who has taken the referral. A guard's refusal comes after the
permission and the state, so it counts as allowed by the table.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event, Flowing
from core.moves import advance
from core.workflow import WORKFLOWS
from incidents.models import (
    Assignment,
    DeescalationRecord,
    Duty,
    Handoff,
    Incident,
    LegalForm,
    LegalTemplate,
    Lookout,
    PlanSuggestion,
    RecordAmendment,
    Script,
)
from notifications.models import Page, PageTarget
from officers import catalogue
from officers.models import Booking, CoverRequest, Leave, Shift, TrainingSession
from officers.roles import Role
from referrals.models import Referral
from referrals.services import referrals
from tests.cast import NOON, District, counselors, person, refer
from tests.incidents.care.plans import stored
from tests.notifications.paging import page_about
from tests.security import law

ROWS = list(csv.DictReader((Path(__file__).parents[1] / "moves_table.csv").read_text().splitlines()))
TABLE = {(row["noun"], row["move"]): row for row in ROWS}
NOUNS = (
    "incident",
    "assignment",
    "record",
    "amendment",
    "referral",
    "booking",
    "shift",
    "cover",
    "leave",
    "script",
    "handoff",
    "lookout",
    "duty",
    "legal_form",
    "legal_template",
    "response_plan",
    "plan_suggestion",
    "page",
)
RELATIONS = ("own", "team", "none")
# What the table's own rows need before the database lets them stand in a state.
STANDING = {"closed_at": NOON, "ended_at": NOON, "scheduled_for": NOON, "decided_at": NOON, "locked_at": NOON}
STANDING |= {"next_step_at": NOON, "ack_deadline": NOON}
STANDING |= {"frozen": {}, "frozen_sha256": "0" * 64}


@dataclass(frozen=True)
class Stage:
    """One record of each noun, and who stands in which relation to them."""

    rows: dict[str, Flowing]
    people: dict[str, UUID]
    agency: UUID


@pytest.fixture
def stage(district: District) -> Stage:
    """A finished case with its referral taken by a counselor."""
    team, (counselor,) = counselors(district, "Marigold")
    referral = referrals.acknowledge(refer(district, team), actor=counselor, expected_version=None, at=NOON)
    record = DeescalationRecord.objects.get(case_id=referral.case_id)
    rows: dict[str, Flowing] = {
        "incident": record.incident,
        "assignment": Assignment.objects.get(incident=record.incident),
        "record": record,
        "amendment": amendment(district, record),
        "referral": referral,
        "booking": seat(district),
        **planned(district),
        **console(district, record.incident),
        **lawful(district, record.incident),
        **care(district),
        "page": opened(referral, district.cit_officer.user_id),
    }
    nobody = person(district.campus.agency, "Gypsum", Role.TEACHER)
    people = {"own": district.cit_officer.user_id, "team": counselor.person, "none": nobody.pk}
    return Stage(rows, people, district.campus.agency_id)


def amendment(district: District, record: DeescalationRecord) -> RecordAmendment:
    """A change of the record that the officer asked for."""
    said = {"old": {}, "new": {}, "section": "nature", "reason": "Seen later", "number": 1}
    return RecordAmendment.objects.create(
        agency=district.campus.agency,
        case_id=record.case_id,
        record=record,
        by_id=record.author_id,
        at=NOON,
        decided_by_id=district.supervisor.person,
        **said,
    )


def seat(district: District) -> Booking:
    """The officer's seat in a class."""
    agency = district.campus.agency
    given = {"course": catalogue.install(agency)["3843"], "starts_at": NOON, "ends_at": NOON + timedelta(hours=8)}
    found = TrainingSession.objects.create(agency=agency, place="A-101", **given)
    booker = district.supervisor.person
    return Booking.objects.create(agency=agency, session=found, officer=district.cit_officer, booked_by_id=booker)


def planned(district: District) -> dict[str, Flowing]:
    """The officer's shift, the request that somebody takes it, and the officer's leave."""
    own = {"agency": district.campus.agency, "officer": district.cit_officer}
    span = {"starts_at": NOON + timedelta(days=2), "ends_at": NOON + timedelta(days=2, hours=8)}
    shift = Shift.objects.create(position="patrol", **own, **span)
    cover = CoverRequest.objects.create(agency=own["agency"], shift=shift, asked_by=district.cit_officer)
    return {"shift": shift, "cover": cover, "leave": Leave.objects.create(kind="vacation", **own, **span)}


def console(district: District, incident: Incident) -> dict[str, Flowing]:
    """A version of the script, a hand-off and a lookout."""
    by = district.supervisor.person
    own = {"agency": district.campus.agency}
    return {
        "script": Script.objects.create(number=2, title="Two", content={}, written_by_id=by, **own),
        "handoff": Handoff.objects.create(
            incident=incident,
            case_id=incident.case_id,
            destination="counselor",
            started_by_id=by,
            started_at=NOON,
            **own,
        ),
        "lookout": Lookout.objects.create(
            number="26-0001",
            kind="bolo",
            text="A red bicycle",
            issued_by_id=by,
            issued_at=NOON,
            expires_at=NOON + timedelta(hours=1),
            **own,
        ),
    }


def care(district: District) -> dict[str, Flowing]:
    """The officer's version of a plan, and a suggestion for it."""
    plan = stored(district, written_by_id=district.cit_officer.user_id)
    own = {"agency": district.campus.agency, "plan": plan, "by_id": district.other_officer.user_id}
    made = PlanSuggestion.objects.create(kind="helps", text="Counting", at=NOON, client_key=uuid4(), **own)
    return {"response_plan": plan, "plan_suggestion": made}


def lawful(district: District, incident: Incident) -> dict[str, Flowing]:
    """A duty of the officer, its form, and the words that the form stands under."""
    keys = law.stage(district, incident)
    return {
        "duty": Duty.objects.get(pk=keys["duties"]),
        "legal_form": LegalForm.objects.get(pk=keys["legal-forms"]),
        "legal_template": LegalTemplate.objects.get(pk=keys["legal-templates"]),
    }


def opened(referral: Referral, asked: UUID) -> Page:
    """A page about the referral that has asked the officer."""
    page = page_about(referral)
    PageTarget.objects.create(agency_id=page.agency_id, page=page, user_id=asked, step_no=1, loop_no=0, asked_at=NOON)
    return page


def put(row: Flowing, state: str) -> Flowing:
    """The row as if it had come to this state; the application may update, and only tests do so by hand."""
    fields: dict[str, object] = {"status": state}
    names = {field.name for field in row._meta.get_fields()}
    fields |= {name: value for name, value in STANDING.items() if name in names}
    if "merged_into" in names:
        fields["merged_into"] = row
    type(row).objects.filter(pk=row.pk).update(**fields)
    return type(row).objects.get(pk=row.pk)


def expected(noun: str, state: str, move: str, role: str, relation: str) -> str:
    """The table's answer."""
    row = TABLE[noun, move]
    who = set(row["who"].split())
    if role not in who and f"{role}@{relation}" not in who:
        return "Forbidden"
    return "moves" if state in row["from"].split() else "Conflict"


def attempt(row: Flowing, move: str, actor: Actor) -> str:
    """What really happens; whatever was written is undone."""
    allowed = move in {m.name for m in row.workflow.open_moves(row.status)}
    before = Event.objects.count()
    try:
        with transaction.atomic():
            advance(row, move, actor=actor, expected_version=row.version, at=NOON)
            assert Event.objects.count() == before + 1
            transaction.set_rollback(True)
        return "moves"
    except Forbidden:
        found = "Forbidden"
    except (Conflict, BrokenRule):
        found = "moves" if allowed else "Conflict"
    assert Event.objects.count() == before
    return found


def tries(noun: str) -> Iterator[tuple[str, str, str, str]]:
    """Every state, move, role and relation of one noun."""
    flow = WORKFLOWS[noun]
    moves = [move.name for move in flow.moves]
    yield from product(flow.states.values, moves, Role.values, RELATIONS)


def test_the_table_names_every_move_and_no_other() -> None:
    assert set(TABLE) == {(noun, move.name) for noun in NOUNS for move in WORKFLOWS[noun].moves}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_state_move_role_and_relation_answers_as_the_table_says(noun: str, stage: Stage) -> None:
    wrong = []
    for state, move, role, relation in tries(noun):
        row = put(stage.rows[noun], state)
        actor = Actor(agency_id=stage.agency, id=stage.people[relation], roles=frozenset({role}))
        found = attempt(row, move, actor)
        if found != expected(noun, state, move, role, relation):
            wrong.append((state, move, role, relation, found))
    assert wrong == []


def test_a_stranger_of_another_agency_may_do_nothing_in_any_role(stage: Stage, neighbor: District) -> None:
    for noun in NOUNS:
        row = stage.rows[noun]
        actor = Actor(agency_id=neighbor.campus.agency_id, id=stage.people["own"], roles=frozenset(Role.values))
        assert {attempt(row, move.name, actor) for move in row.workflow.moves} == {"Forbidden"}
