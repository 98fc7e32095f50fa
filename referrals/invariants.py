"""What must always hold of referrals."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from core.invariants import holds
from referrals.models import Referral, TeamMember
from referrals.workflow import WAITING


@holds("no open referral is without someone answerable")
def without_owner() -> Iterable[str]:
    """Numbers of referrals that nobody can pick up."""
    members = TeamMember.objects.filter(team=OuterRef("team"), active=True, user__is_active=True)
    lost = Referral.objects.filter(~Exists(members), owner__isnull=True, status__in=WAITING)
    return list(lost.values_list("number", flat=True))
