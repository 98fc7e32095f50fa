"""Merging and taking apart: nothing is lost, whatever came in between."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import BrokenRule, Conflict, Forbidden
from incidents.models import Guardian, Person, PersonConflict, PersonMerge, Subject
from incidents.selectors import people_search
from incidents.services import people, people_facts, people_keeping, people_merge
from tests.cast import NOON, District
from tests.incidents.people.folk import known, met, subject


def guardian(person: Person, name: str = "Feldspar") -> Guardian:
    return Guardian.objects.create(agency_id=person.agency_id, person=person, name=name)


def merged(district: District, survivor: Person, absorbed: Person, **changes: Any) -> PersonMerge:
    said = {"actor": district.supervisor, "reason": "One person", "expected_version": None, "other_version": None}
    return people_merge.merge(survivor, **{**said, "absorbed": absorbed, **changes})


def state() -> dict[str, Any]:
    """Every row that a merge may touch, without what only counts changes."""
    return {
        "people": list(Person.objects.order_by("pk").values_list("pk", "given_name", "merged_into", "search_keys")),
        "subjects": list(Subject.objects.order_by("pk").values_list("pk", "person", "is_minor")),
        "guardians": list(Guardian.objects.order_by("pk").values_list("pk", "person", "ended_at")),
        "conflicts": list(PersonConflict.objects.order_by("pk").values_list("pk", "person", "user")),
    }


def test_everything_moves_and_is_written_down(district: District) -> None:
    kept, gone = known(district), known(district, given_name="Lark")
    one, keeper = met(district, gone), guardian(gone)
    done = merged(district, kept, gone)
    assert done.moved == {"subject": [str(one.pk)], "guardian": [str(keeper.pk)]}
    gone.refresh_from_db()
    assert (gone.merged_into, gone.given_name, Subject.objects.get().person) == (kept, "Lark", kept)


def test_the_survivor_is_found_by_the_names_of_the_other(district: District) -> None:
    kept, gone = known(district), known(district, given_name="Jasper", family_name="Feldspar")
    merged(district, kept, gone)
    found = people_search.search(district.supervisor, name="jasper", student_number="", birth_date=None)
    assert found.people == [kept]


def test_what_came_in_between_stays_unless_it_is_chosen(district: District) -> None:
    kept, gone = known(district), known(district, given_name="Lark")
    first = met(district, gone)
    done = merged(district, kept, gone)
    fresh, chosen = met(district, kept), guardian(kept)
    assert people_merge.later(done) == {"subject": [str(fresh.pk)], "guardian": [str(chosen.pk)]}
    people_merge.unmerge(done, actor=district.supervisor, reason="Two after all", along=[str(chosen.pk)])
    owners = {row.pk: row.person for row in Subject.objects.all()}
    assert owners == {first.pk: gone, fresh.pk: kept}
    assert Guardian.objects.get().person == gone


def test_only_what_came_later_goes_along(district: District) -> None:
    kept, gone = known(district), known(district, given_name="Lark")
    own = met(district, kept)
    done = merged(district, kept, gone)
    with pytest.raises(BrokenRule):
        people_merge.unmerge(done, actor=district.supervisor, reason="No", along=[str(own.pk)])


def test_what_was_taken_elsewhere_meanwhile_stays_there(district: District) -> None:
    kept, gone = known(district), known(district, given_name="Lark")
    one = subject(district)
    people.link(one, actor=district.dispatcher, person=gone)
    done = merged(district, kept, gone)
    people.unlink(one, actor=district.supervisor, reason="Somebody else")
    people_merge.unmerge(done, actor=district.supervisor, reason="Two after all")
    assert Subject.objects.get().person is None


def test_a_hold_refuses_merge_and_unmerge(district: District) -> None:
    kept, gone = known(district), known(district, given_name="Lark")
    people_keeping.hold(gone, actor=district.supervisor, reason="Court order")
    with pytest.raises(BrokenRule):
        merged(district, kept, gone)
    people_keeping.release(gone, actor=district.supervisor)
    done = merged(district, kept, gone)
    people_keeping.hold(kept, actor=district.supervisor, reason="Court order")
    with pytest.raises(BrokenRule):
        people_merge.unmerge(done, actor=district.supervisor, reason="No")
    assert PersonMerge.objects.get().undone_at is None


def test_only_named_roles_merge(district: District) -> None:
    kept, gone = known(district), known(district, given_name="Lark")
    with pytest.raises(Forbidden):
        merged(district, kept, gone, actor=district.dispatcher)
    assert not PersonMerge.objects.exists()


def test_of_two_merges_of_one_reading_one_wins(district: District) -> None:
    kept, gone = known(district), known(district, given_name="Lark")
    read = {"expected_version": kept.version, "other_version": gone.version}
    merged(district, kept, gone, **read)
    with pytest.raises(Conflict):
        merged(district, gone, kept, **read)
    assert PersonMerge.objects.count() == 1


def test_the_later_merge_is_undone_first(district: District) -> None:
    top, kept, gone = known(district), known(district, given_name="Lark"), known(district, given_name="Spur")
    first = merged(district, kept, gone)
    second = merged(district, top, kept)
    with pytest.raises(Conflict):
        people_merge.unmerge(first, actor=district.supervisor, reason="Too early")
    people_merge.unmerge(second, actor=district.supervisor, reason="Last in")
    people_merge.unmerge(first, actor=district.supervisor, reason="First out")
    assert not Person.objects.exclude(merged_into=None).exists()


def test_a_merge_is_undone_once(district: District) -> None:
    done = merged(district, known(district), known(district, given_name="Lark"))
    people_merge.unmerge(done, actor=district.supervisor, reason="Two after all")
    with pytest.raises(Conflict):
        people_merge.unmerge(done, actor=district.supervisor, reason="Again")


def test_a_conflict_goes_along_and_comes_back(district: District) -> None:
    kept, gone = known(district), known(district, given_name="Lark")
    people_keeping.declare_conflict(gone, actor=district.dispatcher)
    before = state()
    done = merged(district, kept, gone)
    assert PersonConflict.objects.get().person == kept
    people_merge.unmerge(done, actor=district.supervisor, reason="Two after all")
    assert state() == before


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    own=st.lists(st.sampled_from(["subject", "guardian", "conflict"]), max_size=3),
    others=st.lists(st.sampled_from(["subject", "guardian", "conflict"]), max_size=4),
    chain=st.lists(st.booleans(), min_size=1, max_size=3),
)
def test_merge_and_unmerge_leave_everything_as_it_was(
    district: District, own: list[str], others: list[str], chain: list[bool]
) -> None:
    with transaction.atomic():
        kept, third = known(district), known(district, given_name="Spur")
        gone = known(district, given_name="Lark")
        incident = met(district, third, at=NOON).incident
        for person, kinds in ((kept, own), (gone, others)):
            for kind in kinds:
                _add(district, person, kind, incident)
        before = state()
        done = []
        for turned in chain:
            survivor, absorbed = (gone, kept) if turned else (kept, gone)
            for one in (survivor, absorbed, third):
                one.refresh_from_db()
            if absorbed.merged_into_id is None and survivor.merged_into_id is None:
                done.append(merged(district, survivor, absorbed))
            elif third.merged_into_id is None:
                top = kept if kept.merged_into_id is None else gone
                done.append(merged(district, third, top) if top.merged_into_id is None else done[-1])
        for merge in reversed(list(dict.fromkeys(done))):
            people_merge.unmerge(merge, actor=district.supervisor, reason="Back")
        after = state()
        transaction.set_rollback(True)
    assert after == before


def _add(district: District, person: Person, kind: str, incident: Any) -> None:
    if kind == "subject":
        subject(district, incident, person=person)
    elif kind == "guardian":
        guardian(person)
    else:
        people_keeping.declare_conflict(person, actor=district.dispatcher)


def test_a_guardian_is_ended_and_not_removed(district: District) -> None:
    person = known(district)
    who = {"name": "Feldspar", "relationship": "Mother", "phone": "555-0101", "language": "es", "order": 1}
    made = people_facts.add_guardian(person, actor=district.supervisor, **who)
    people_facts.end_guardian(made, actor=district.supervisor, at=NOON)
    assert Guardian.objects.get().ended_at == NOON
