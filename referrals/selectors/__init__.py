"""Every read of referrals: lists, one referral, what was shared, and what a report could be sent with."""

from referrals.selectors.detail import Situation, for_move, offered, reads, referral, situation
from referrals.selectors.disclosed import disclose, preview
from referrals.selectors.inbox import TABS, Tab, counts, inbox, tabs_of, waiting_for
from referrals.selectors.sending import Referable, referable, teams

__all__ = [
    "TABS",
    "Referable",
    "Situation",
    "Tab",
    "counts",
    "disclose",
    "for_move",
    "inbox",
    "offered",
    "preview",
    "reads",
    "referable",
    "referral",
    "situation",
    "tabs_of",
    "teams",
    "waiting_for",
]
