"""Teams, referrals, what was shared and what was tried."""

from referrals.models.referral import (
    ContactAttempt,
    Disclosure,
    Referral,
    ReferralSnapshot,
    ReferralTeam,
    TeamMember,
)

__all__ = ["ContactAttempt", "Disclosure", "Referral", "ReferralSnapshot", "ReferralTeam", "TeamMember"]
