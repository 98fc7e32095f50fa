"""May this actor, and does the row exist for them: yes only where a table says so."""

from uuid import uuid4

import pytest
from django.db.models import Q

from core import permissions
from core.actors import Actor, system
from core.errors import Forbidden, NotFound, Undeclared
from core.models import Attempt
from core.permissions import Grant, declare, fetch, fetch_for, may, require, visible
from incidents.models import Incident
from incidents.permissions.case import RULES as INCIDENT_RULES
from tests.cast import District, arrived, log_call

CODE = "pebble.throw"


@pytest.fixture
def rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Teachers may throw pebbles of their own; supervisors may throw any."""
    own = Grant(frozenset({"teacher"}), lambda actor, record: record.owner == actor.id)
    monkeypatch.setitem(permissions.RULES, CODE, (own, Grant(frozenset({"supervisor"}))))


class Pebble:
    """Something that belongs to an agency and to a person."""

    def __init__(self, owner: Actor) -> None:
        self.agency_id, self.owner = owner.agency_id, owner.id


def actor(*roles: str, like: Actor | None = None) -> Actor:
    """Somebody with these roles."""
    return Actor(like.agency_id if like else uuid4(), id=uuid4(), roles=frozenset(roles))


def test_a_code_that_no_table_declares_is_an_error_and_not_a_refusal() -> None:
    with pytest.raises(Undeclared, match=r"pebble\.throw"):
        may(actor("supervisor"), CODE)
    with pytest.raises(Undeclared):
        require(system(uuid4()), CODE)


@pytest.mark.usefixtures("rule")
def test_a_role_that_no_grant_names_may_not() -> None:
    assert not may(actor("auditor"), CODE)
    assert not may(actor(), CODE)
    assert may(actor("auditor", "supervisor"), CODE)


@pytest.mark.usefixtures("rule")
def test_a_relation_is_asked_of_the_record() -> None:
    me = actor("teacher")
    other = actor("teacher", like=me)
    assert may(me, CODE, Pebble(me))
    assert not may(other, CODE, Pebble(me))


@pytest.mark.usefixtures("rule")
def test_a_relation_without_a_record_is_never_met() -> None:
    assert not may(actor("teacher"), CODE)
    assert may(actor("supervisor"), CODE)


@pytest.mark.usefixtures("rule")
def test_a_record_of_another_agency_is_never_covered_whatever_the_role() -> None:
    me = actor("supervisor", "teacher")
    assert may(me, CODE, Pebble(me))
    foreign = Pebble(actor())
    foreign.owner = me.id
    assert not may(me, CODE, foreign)


@pytest.mark.usefixtures("rule")
def test_a_refusal_names_the_code_and_nothing_of_the_record() -> None:
    require(actor("supervisor"), CODE)
    with pytest.raises(Forbidden) as refusal:
        require(actor("teacher"), CODE, Pebble(actor()))
    assert str(refusal.value) == "Your roles do not allow this (pebble.throw)."


def test_declaring_a_code_twice_is_a_mistake_and_changes_nothing() -> None:
    before = dict(permissions.RULES)
    taken = next(iter(INCIDENT_RULES))
    with pytest.raises(Undeclared, match=taken):
        declare({taken: (), "pebble.new": ()}, {Attempt: lambda actor: Q()})
    assert before == permissions.RULES
    assert Attempt not in permissions.SCOPES


def test_rows_of_a_model_without_a_scope_are_an_error(db: None) -> None:
    with pytest.raises(Undeclared, match=r"core\.Attempt"):
        visible(Attempt.objects.all(), system(uuid4()))


def test_a_scope_that_says_everything_still_ends_at_the_agency(district: District, neighbor: District) -> None:
    mine, theirs = log_call(district).incident, log_call(neighbor).incident
    assert permissions.SCOPES[Incident](district.dispatcher) == Q()
    assert list(visible(Incident.objects.all(), district.dispatcher)) == [mine]
    assert list(visible(Incident.objects.all(), neighbor.dispatcher)) == [theirs]


def test_a_foreign_row_is_not_found_in_the_words_for_a_row_that_never_was(
    district: District, neighbor: District
) -> None:
    mine, theirs = log_call(district).incident, log_call(neighbor).incident
    said = set()
    for key in (theirs.pk, uuid4()):
        with pytest.raises(NotFound) as refusal:
            fetch(Incident.objects.all(), district.dispatcher, key)
        said.add((str(refusal.value), refusal.value.code, str(refusal.value.fields)))
    assert len(said) == 1
    assert fetch(Incident.objects.all(), district.dispatcher, mine.pk) == mine


def test_what_is_not_visible_is_not_found_before_it_is_forbidden(district: District, neighbor: District) -> None:
    incident = log_call(district).incident
    rows, key, sent = Incident.objects.all(), incident.pk, district.officer(district.cit_officer)
    assert fetch_for(rows, district.dispatcher, key, "incident.triage") == incident
    for who in (neighbor.dispatcher, sent):
        with pytest.raises(NotFound):
            fetch_for(rows, who, key, "incident.triage")
    arrived(district, incident)
    assert fetch(rows, sent, key) == incident
    with pytest.raises(Forbidden):
        fetch_for(rows, sent, key, "incident.triage")


def test_every_scope_belongs_to_a_model_that_carries_its_agency() -> None:
    for model in permissions.SCOPES:
        assert "agency" in {field.name for field in model._meta.get_fields()}, model
