"""Every migration can be taken back, and what it moves is still there afterwards."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from core import rights
from tests.foundation.scratch import leaves, migrate, models_at, scratch, shape

OURS = ("cit_dispatch", "outcomes", "notifications", "referrals", "incidents", "officers", "core")
NOTHING = [(app, None) for app in OURS]
BEFORE = ("officers", "0002_tenant_keys")
SINCE = datetime(2026, 3, 4, 13, 0, tzinfo=UTC)
COURSES = {"Yucca": "1850", "Basalt": "4064", "Ocotillo": "1850"}


@pytest.fixture(scope="module")
def empty(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """An empty database behind the default connection."""
    with django_db_blocker.unblock(), scratch():
        yield


@pytest.mark.usefixtures("empty")
def test_a_release_before_readiness_keeps_its_certificates_and_clocks_in_who_is_on_duty() -> None:
    migrate(*NOTHING)
    migrate(BEFORE)
    on_duty = earlier()["available"]
    migrate(*leaves())
    now = models_at(*newest_of("officers"))
    kept = now.get_model("officers", "Certification").objects.values_list(
        "user__name", "course__number", "course__crisis_intervention", "course__agency_id", "agency_id"
    )
    assert {(name, number) for name, number, *_rest in kept} == set(COURSES.items())
    for _name, number, crisis, course_agency, agency in kept:
        assert (crisis, course_agency) == (number == "1850", agency)
    entries = now.get_model("officers", "TimeEntry").objects.values_list(
        "officer_id", "clocked_in_at", "clocked_out_at", "clocked_in_from"
    )
    assert list(entries) == [(on_duty, SINCE, None, "dispatch")]
    migrate(BEFORE)
    rows = models_at(*BEFORE).get_model("officers", "Certification").objects.values_list("user__name", "course")
    assert dict(rows) == COURSES
    assert models_at(*BEFORE).get_model("officers", "Officer").objects.filter(duty="available").count() == 1


@pytest.mark.usefixtures("empty")
def test_every_app_goes_back_to_nothing_and_forward_to_the_same_shape() -> None:
    migrate(*leaves())
    whole = shape()
    migrate(*NOTHING)
    left = {text.partition(".")[0] for kind, text in shape() if kind == "column"}
    assert {table for table in left if table.partition("_")[0] in OURS} == set()
    assert {text for kind, text in shape() if kind in ("function", "trigger")} == set()
    migrate(*leaves())
    assert shape() - whole == set()
    assert whole - shape() == set()
    rights.grant()
    given = granted()
    rights.grant()
    assert granted() == given


def granted() -> dict[str, set[str]]:
    """Who may do what with each table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, relacl::text[] FROM pg_class WHERE relacl IS NOT NULL")
        return {name: set(given) for name, given in cursor.fetchall()}


def newest_of(app: str) -> tuple[str, str]:
    """The newest migration of one app."""
    ((label, name),) = MigrationExecutor(connection).loader.graph.leaf_nodes(app)
    return label, name


def earlier() -> dict[str, UUID]:
    """Two agencies as they were before there were courses: the officers by their duty."""
    then = models_at(*BEFORE)
    made: dict[str, UUID] = {}
    for short, names in (("sotol", ("Yucca", "Basalt")), ("neighbor", ("Ocotillo",))):
        agency = row(then, "Agency", name=short, short_name=short)
        campus = row(then, "Campus", agency=agency, name="Agave", code="AHS", kind="high")
        for name in names:
            user = row(then, "User", agency=agency, name=name, email=f"{name}@example.org", password="")
            row(
                then,
                "Certification",
                agency=agency,
                user=user,
                course=COURSES[name],
                completed_on=date(2025, 5, 1),
                verified_at=SINCE,
            )
            duty = "available" if name == "Yucca" else "off_duty"
            made[duty] = row(
                then,
                "Officer",
                agency=agency,
                user=user,
                call_sign=name[:8],
                badge=name,
                license="peace_officer",
                home_campus=campus,
                last_campus=campus,
                duty=duty,
                duty_since=SINCE,
            ).pk
    return made


def row(then: Any, model: str, **fields: Any) -> Any:
    """A row of a model as it was."""
    return then.get_model("officers", model).objects.create(**fields)
