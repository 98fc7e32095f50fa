"""Who may read the figures. They are sums: no row of anyone stands behind a scope here."""

from core.permissions import Grant, declare
from officers.roles import Role

RULES: dict[str, tuple[Grant, ...]] = {
    "outcomes.read": (Grant(frozenset({Role.SUPERVISOR.value, Role.DIRECTOR.value})),),
    "overrides.read": (Grant(frozenset({Role.SUPERVISOR.value})),),
}

declare(RULES, {})
