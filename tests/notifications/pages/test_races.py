"""An answer and the next step at the same moment: whoever comes second finds what the first one did."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from core import clock
from core.errors import Conflict
from core.models import Event
from notifications.models import Page
from notifications.services import pages
from notifications.services.escalating import advance_escalations
from notifications.vocabulary import Via
from officers.models import User
from referrals.models import Referral
from tests.cast import District
from tests.notifications.paging import actor, later, one, opened, policy

pytestmark = pytest.mark.django_db(transaction=True)
RUNS = 25


def at_once(*acts: Callable[[], object]) -> list[object]:
    """All at the same moment, each on a connection of its own; a refusal is an answer."""
    ready = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        ready.wait()
        try:
            return act()
        except Conflict as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_no_step_is_taken_after_an_answer_has_committed(
    district: District, referral: Referral, three: list[User]
) -> None:
    steps = ([one(three[0])], [one(three[1])])
    for number in range(RUNS):
        page = opened(referral, policy(district.campus.agency, *steps, name=f"Crisis {number}"))
        advance_escalations()
        later(page)
        at_once(
            lambda page=page: pages.acknowledge(page, actor=actor(three[0]), via=Via.PAGE, at=clock.now()),
            advance_escalations,
        )
        kinds = [event.type for event in Event.objects.filter(record_id=page.pk).order_by("at")]
        assert kinds.count("page.acknowledged") == 1
        assert kinds[-1] == "page.acknowledged", kinds
        assert Page.objects.get(pk=page.pk).status == "acked"


def test_of_two_who_take_it_at_once_one_has_it_and_the_other_has_seen_it(
    district: District, referral: Referral, three: list[User]
) -> None:
    for number in range(RUNS):
        made = policy(district.campus.agency, [one(three[0]), one(three[1])], name=f"Crisis {number}")
        page = opened(referral, made)
        advance_escalations()
        at_once(
            *(
                lambda user=user, page=page: pages.acknowledge(page, actor=actor(user), via=Via.PAGE, at=clock.now())
                for user in three[:2]
            )
        )
        page.refresh_from_db()
        assert page.status == "acked"
        assert sorted(page.targets.values_list("response", flat=True)) == ["accept", "seen"]


def test_two_engines_take_a_step_once(district: District, referral: Referral, three: list[User]) -> None:
    for number in range(RUNS):
        page = opened(referral, policy(district.campus.agency, [one(three[0])], name=f"Crisis {number}"))
        assert sum(map(int, map(str, at_once(advance_escalations, advance_escalations)))) == 1
        assert page.targets.count() == 1
