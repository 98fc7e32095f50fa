"""What leaves police for student support: a fixed list, sealed, whatever the report holds and whoever wrote it."""

import json

from django.db import models
from hypothesis import given, settings
from hypothesis import strategies as st

from core.models import Event
from incidents.models import Call, DeescalationRecord, Incident, Subject
from incidents.record_vocabulary import Behavior, Force, Outcome, RecordNature, Technique, Weapon
from officers.models import Campus
from referrals.models import ReferralSnapshot
from referrals.selectors import disclose, preview
from referrals.sharing import counselor_payload, seal
from tests.cast import NOON, District, counselors, refer
from tests.referrals.people import around

fixed = settings(max_examples=150, derandomize=True, deadline=None, database=None)
SHARED = {"subject_name", "grade", "campus", "occurred_at", "nature", "behaviors", "immediate_outcome"}
PLANTED = "ZQX"
words = st.text(st.sampled_from("abc ñ'<\"\n"), max_size=12)
slugs = {
    "nature": st.lists(st.sampled_from(RecordNature.values), max_size=4),
    "behaviors": st.lists(st.sampled_from(Behavior.values), max_size=4),
    "primary_outcome": st.sampled_from(["", *Outcome.values]),
}
police_only = {
    "techniques": st.lists(st.sampled_from(Technique.values), max_size=3),
    "weapon": st.sampled_from(Weapon.values),
    "force_highest": st.sampled_from([None, *Force.values]),
    "force_reportable": st.sampled_from([None, True, False]),
    "arrestable_but_diverted": st.sampled_from([None, True, False]),
    "narrative": words.map(lambda text: PLANTED + text),
    "return_comment": words.map(lambda text: PLANTED + text),
    "outcomes": st.lists(st.sampled_from(Outcome.values), max_size=2),
}


def record(name: str = "", grade: str = "g10", **answers: object) -> DeescalationRecord:
    """A report that was never saved, of a person at a campus."""
    incident = Incident(campus=Campus(name="Agave High School"), received_at=NOON)
    subject = Subject(incident=incident, role="student", name=name, grade=grade, student_number=PLANTED)
    return DeescalationRecord(incident=incident, subject=subject, **answers)


@fixed
@given(st.fixed_dictionaries({**slugs, **police_only}), words, st.sampled_from(["", "g06", "g10"]))
def test_whatever_a_report_holds_only_the_profile_is_shared(answers: dict[str, object], name: str, grade: str) -> None:
    payload = counselor_payload(record(name, grade, **answers))
    assert set(payload) == SHARED
    assert PLANTED not in json.dumps(payload)
    assert (payload["subject_name"], payload["grade"]) == (name, grade)


@fixed
@given(st.fixed_dictionaries(slugs), st.fixed_dictionaries(police_only), st.fixed_dictionaries(police_only))
def test_what_police_alone_may_know_changes_nothing_of_what_is_shared(
    answers: dict[str, object], one: dict[str, object], other: dict[str, object]
) -> None:
    assert counselor_payload(record(**answers, **one)) == counselor_payload(record(**answers, **other))


@fixed
@given(st.fixed_dictionaries(slugs), words)
def test_a_seal_holds_for_its_content_and_for_no_other(answers: dict[str, object], name: str) -> None:
    payload = counselor_payload(record(name, **answers))
    again = json.loads(json.dumps(payload))
    assert seal(payload) == seal(again) == seal(dict(reversed(list(payload.items()))))
    for key in payload:
        assert seal({**payload, key: "changed"}) != seal(payload)
    assert seal({key: value for key, value in payload.items() if key != "grade"}) != seal(payload)


def test_the_profile_holds_no_key_of_a_report_beyond_those_that_are_named() -> None:
    fields = {field.name for model in (DeescalationRecord, Call, Subject) for field in model._meta.local_fields}
    assert SHARED & fields == {"grade", "nature", "behaviors"}
    assert isinstance(ReferralSnapshot._meta.get_field("payload"), models.JSONField)


def test_a_snapshot_stays_as_it_was_when_the_report_goes_on(district: District) -> None:
    team, (counselor,) = counselors(district, "Marigold")
    referral = refer(district, team)
    before = disclose(referral, counselor)
    DeescalationRecord.objects.update(behaviors=["calm_cooperative"], narrative=PLANTED)
    Subject.objects.update(name=PLANTED, grade="g12")
    assert disclose(referral, counselor) == before
    assert PLANTED not in str(before)


def test_what_is_shown_before_sending_is_what_is_shared(district: District) -> None:
    team, (counselor,) = counselors(district, "Marigold")
    referral = refer(district, team)
    shown = preview(DeescalationRecord.objects.get())
    assert disclose(referral, counselor) == shown
    assert {line["key"] for line in shown} == SHARED
    assert all(line["value"] for line in shown)


def test_what_was_not_said_reads_as_not_stated(district: District) -> None:
    lines = {
        line["key"]: line["value"] for line in preview(record(grade="", nature=[], behaviors=[], primary_outcome=""))
    }
    assert {key for key, value in lines.items() if value == "Not stated"} == SHARED - {"campus", "occurred_at"}


def test_every_code_that_is_shared_reads_as_words(district: District) -> None:
    lines = {
        line["key"]: line["value"]
        for line in preview(
            record(nature=RecordNature.values, behaviors=Behavior.values, primary_outcome=Outcome.DETENTION)
        )
    }
    assert "_" not in lines["nature"] + lines["behaviors"] + lines["immediate_outcome"]


def test_no_event_of_a_whole_loop_holds_a_word_of_what_was_shared(district: District) -> None:
    loop = around(district)
    Subject.objects.update(name=PLANTED)
    loop.completed()
    said = " ".join(Event.objects.values_list("payload", flat=True))
    for word in (PLANTED, "Kestrel", "crying_hopeless", "g10", "Agave"):
        assert word not in said
