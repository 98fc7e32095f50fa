"""What was refused may be handed in again."""

from officers.services import certifications
from tests.cast import NOON, District
from tests.officers.test_training_completions import mine
from tests.officers.trained import coordinator


def test_what_was_refused_may_be_handed_in_again_and_stays_to_be_seen(district: District) -> None:
    first = certifications.refuse(mine(district), actor=coordinator(district), refusal="The page is cut off.", at=NOON)
    second = mine(district)
    first.refresh_from_db()
    assert (first.refusal, first.refused_at) == ("The page is cut off.", NOON)
    assert second.pk != first.pk
    assert second.refused_at is None
