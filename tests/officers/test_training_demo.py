"""The demonstration shows the coordinator something of every kind."""

from django.core.management import call_command

from core import clock
from officers.models import Certification, User
from officers.roles import Role
from officers.selectors import actor_of
from officers.selectors.training import classes, work_list


def test_the_coordinator_of_the_invented_district_finds_something_of_every_kind(db: None) -> None:
    call_command("demo", verbosity=0)
    keeper = actor_of(User.objects.get(grants__role=Role.TRAINING))
    found = work_list(keeper, clock.now())
    assert {name for name, number in found.numbers.items() if number} == set(found.numbers)
    assert any(0 <= each.days <= 90 for each in found.lapsing)
    assert len(classes.upcoming(keeper, clock.now())) == 3
    assert Certification.objects.filter(file__isnull=False, verified_at__isnull=True).count() == 3
