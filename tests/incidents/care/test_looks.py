"""Every look at a plan is kept with its reason; outside an incident the reason is asked for first."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core import clock
from core.actors import Actor
from core.errors import BrokenRule, NotFound
from core.models import Event
from incidents.models import JuvenileAccess, PersonAccess, PersonConflict, PlanView, ResponsePlan
from incidents.models import Person as Kept
from incidents.selectors import plans_kept
from incidents.services import plan_views
from officers.models import Campus, RoleGrant, User
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import District, arrived, counselors, log_call, person
from tests.incidents.care.plans import draft, in_force, met, second, stored, today
from tests.incidents.desk import signed_in


def looks() -> list[tuple[str, str]]:
    return list(PlanView.objects.order_by("at").values_list("way", "reason"))


def test_a_plan_opened_outside_an_incident_asks_why_first_and_then_is_shown(district: District) -> None:
    plan = stored(district)
    client, path = signed_in(second(district)), None
    path = f"/response-plans/{plan.pk}/"
    asked = client.get(path).content.decode()
    assert "Why do you open it?" in asked
    assert "Headphones" not in asked
    assert looks() == []
    assert client.post(f"{path}open/", {}).status_code == 422
    refused = client.post(f"{path}open/", {"reason": "other"})
    assert refused.status_code == 422
    assert looks() == []
    assert client.post(f"{path}open/", {"reason": "other", "words": "Parent asked"}).status_code == 303
    shown = client.get(path).content.decode()
    assert "Headphones" in shown
    assert looks() == [("whole", "other")]
    # Supervisors see who has looked, on the same page.
    assert "Who has looked" in shown
    assert "Parent asked" in shown


def test_a_look_lasts_a_quarter_of_an_hour(district: District) -> None:
    plan, now = stored(district), clock.now()
    plan_views.open_plan(plan, actor=second(district), reason="review", at=now)
    assert plan_views.opened(plan, actor=second(district), at=now + timedelta(minutes=14))
    assert not plan_views.opened(plan, actor=second(district), at=now + timedelta(minutes=15))
    assert not plan_views.opened(plan, actor=district.supervisor, at=now)
    assert len(looks()) == 1


def test_an_officer_reads_it_whole_with_the_incident_they_are_sent_to_and_only_then(district: District) -> None:
    plan, subject = stored(district), met(district)
    me = district.officer(district.cit_officer)
    path = f"/response-plans/{plan.pk}/"
    assert signed_in(me).get(path).status_code == 404
    arrived(district, subject.incident)
    shown = signed_in(me).get(path).content.decode()
    assert "Headphones" in shown
    assert "Who has looked" not in shown
    (look,) = PlanView.objects.all()
    assert (look.by_id, look.incident, look.reason) == (me.id, subject.incident, "incident")
    assert signed_in(district.officer(district.other_officer)).get(path).status_code == 404
    assert signed_in(district.dispatcher).get(path).status_code == 404


def test_an_officer_who_is_sent_to_an_expired_plan_reads_no_instruction(district: District) -> None:
    plan = stored(district, expires_on=today())
    arrived(district, met(district).incident)
    shown = signed_in(district.officer(district.cit_officer)).get(f"/response-plans/{plan.pk}/").content.decode()
    assert "It gives no instructions any more." in shown
    assert "Headphones" not in shown


def test_dispatch_reads_three_lines_with_the_incident_and_it_is_kept_once(district: District) -> None:
    stored(district)
    incident = met(district).incident
    desk = signed_in(district.dispatcher)
    for _round in range(2):
        page = desk.get(f"/incidents/{incident.pk}/").content.decode()
        for words in ("Do not block the exit", "Moved to quiet room; Headphones", "Sirens"):
            assert words in page
        assert "Sit down at a distance" not in page
    assert looks() == [("summary", "incident")]
    (event,) = Event.objects.filter(type="response_plan.viewed")
    assert event.facts["incident"] == str(incident.pk)


def test_support_staff_read_the_plans_of_their_campus(district: District) -> None:
    agency = district.campus.agency
    elsewhere = Campus.objects.create(agency=agency, name="Yucca Elementary", code="YUE", kind="elementary")
    here, there = stored(district, "S-1", campus=district.campus), stored(district, "S-2", campus=elsewhere)
    unsaid = stored(district, "S-3", status="draft", campus=district.campus)
    counselor = at_campus(district, "Marigold", district.campus)
    assert plans_kept.listed(counselor, "", today()) == [here]
    assert plans_kept.one(counselor, here.pk) == here
    for plan in (there, unsaid):
        with pytest.raises(NotFound):
            plans_kept.one(counselor, plan.pk)
    ((everywhere,),) = (counselors(district, "Gypsum")[1],)
    assert plans_kept.listed(everywhere, "", today()) == [here, there]


def at_campus(district: District, name: str, campus: Campus) -> Actor:
    user = User.objects.create(agency=campus.agency, email=f"{name.lower()}.x@example.org", name=name)
    RoleGrant.objects.create(agency=campus.agency, user=user, role=Role.COUNSELOR, campus=campus)
    return actor_of(user)


def test_a_plan_does_not_exist_for_who_is_too_near_to_the_person(district: District) -> None:
    agency = district.campus.agency
    kept = Kept.objects.create(agency=agency, given_name="Lee", family_name="Example", student_number="S-77")
    plan = stored(district, person=kept)
    other = stored(district, "S-78")
    assert set(plans_kept.listed(district.supervisor, "", today())) == {plan, other}
    near = {"person": kept, "user_id": district.supervisor.id, "said_by_id": district.supervisor.id}
    PersonConflict.objects.create(agency=agency, at=clock.now(), **near)
    assert plans_kept.listed(district.supervisor, "", today()) == [other]
    with pytest.raises(NotFound):
        plans_kept.one(district.supervisor, plan.pk)


def test_looks_at_a_childs_plan_stand_apart_from_those_of_adults(district: District) -> None:
    agency = district.campus.agency
    child = Kept.objects.create(agency=agency, given_name="Lee", birth_date=today() - timedelta(days=15 * 365))
    adult = Kept.objects.create(
        agency=agency, given_name="Kim", role="parent", birth_date=today() - timedelta(days=40 * 365)
    )
    (counselor,) = counselors(district, "Marigold")[1]
    for who, code in ((child, "response_plan.view_juvenile"), (adult, "response_plan.view")):
        plan = stored(district, "", person=who)
        assert plan_views.permission(plan) == code
        plan_views.open_plan(plan, actor=counselor, reason="support")
    assert [row.people for row in JuvenileAccess.objects.all()] == [[child.pk]]
    assert [row.people for row in PersonAccess.objects.all()] == [[adult.pk]]
    assert plan_views.permission(stored(district, "S-9")) == "response_plan.view_juvenile"


def test_private_notes_are_for_the_author_and_supervisors(district: District) -> None:
    (author, colleague) = counselors(district, "Marigold", "Gypsum")[1]
    plan = stored(district, private_notes="Calls the counselor at home", written_by_id=author.person)
    for actor, sees in ((author, True), (district.supervisor, True), (colleague, False)):
        plan_views.open_plan(plan, actor=actor, reason="support")
        page = signed_in(actor).get(f"/response-plans/{plan.pk}/").content.decode()
        assert ("Calls the counselor" in page) == sees
        assert ("Who has looked" in page) == (actor == district.supervisor)


def test_the_author_writes_on_a_draft_and_that_is_kept_too(district: District) -> None:
    plan = draft(district)
    PlanView.objects.update(at=clock.now() - timedelta(hours=1))
    assert signed_in(district.supervisor).get(f"/response-plans/{plan.pk}/edit/").status_code == 200
    assert looks() == [("whole", "writing"), ("whole", "writing")]


def test_who_may_not_know_of_plans_finds_none(district: District, neighbor: District) -> None:
    plan = in_force(district)
    teacher = actor_of(person(district.campus.agency, "Teacher", Role.TEACHER))
    for actor in (teacher, district.dispatcher, neighbor.supervisor):
        assert signed_in(actor).get(f"/response-plans/{plan.pk}/").status_code == 404
        assert signed_in(actor).post(f"/response-plans/{plan.pk}/open/", {"reason": "review"}).status_code == 404
    assert looks() == [("whole", "writing")]


def test_a_reason_of_another_kind_needs_words_in_the_database_too(district: District) -> None:
    plan = stored(district)
    with pytest.raises(BrokenRule, match="in words"):
        plan_views.open_plan(plan, actor=district.supervisor, reason="other")
    with pytest.raises(IntegrityError), transaction.atomic():
        plan_views.keep(plan, actor=district.supervisor, reason="incident")
    assert log_call(district).incident
    assert ResponsePlan.objects.count() == 1
