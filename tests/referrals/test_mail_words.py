"""A mail tells the sender that a referral ended, and not how."""

import pytest

from core.clock import now
from notifications.messages import subject_and_body
from notifications.models import Delivery
from referrals.workflow import ENDED, REFERRAL


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_ending_is_told_to_the_sender_in_the_same_words(language: str) -> None:
    told = [REFERRAL.event(move.name) for move in REFERRAL.moves if move.target in ENDED and move.name != "recall"]
    assert len(told) == 3
    mails = {
        subject_and_body(Delivery(kind=kind, reference="26-R-0001", path="/", expires_at=now()), language)
        for kind in told
    }
    assert len(mails) == 1
