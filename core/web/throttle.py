"""How often one caller may ask an address that needs no log-in. Each process counts for itself."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

SECONDS = 60


def allowed(request: HttpRequest, kind: str, limit: int) -> bool:
    """Count one request of this caller; False when there were more than `limit` within a minute."""
    key = f"throttle:{kind}:{get_adapter(request).get_client_ip(request)}"
    if cache.add(key, 1, SECONDS):
        return True
    try:
        return bool(cache.incr(key) <= limit)
    except ValueError:
        # The minute ended between the two.
        return True
