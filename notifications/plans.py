"""The copy of a policy that a page follows: plain data, so that editing the policy changes no page under way.

{"repeat": 2, "ack_mode": "any", "required_roles": [], "last_role": "supervisor",
 "steps": [{"delay_s": 60, "targets": [{"kind": "role", "role": "counselor", "user": null, "schedule": null}]}]}
"""

from typing import Any

from notifications.models import EscalationPolicy

Plan = dict[str, Any]


def copied(policy: EscalationPolicy) -> Plan:
    """The policy as it is now."""
    steps = policy.steps.filter(retired_at__isnull=True).prefetch_related("targets")
    return {
        "repeat": policy.repeat,
        "ack_mode": policy.ack_mode,
        "required_roles": list(policy.required_roles),
        "last_role": policy.last_role,
        "steps": [
            {"delay_s": step.delay_s, "targets": [_target(target) for target in step.targets.all()]} for step in steps
        ],
    }


def _target(target: Any) -> dict[str, str | None]:
    return {
        "kind": target.kind,
        "role": target.role,
        "user": str(target.user_id) if target.user_id else None,
        "schedule": str(target.schedule_id) if target.schedule_id else None,
    }


def following(plan: Plan, step: int, loop: int) -> tuple[int, int] | None:
    """The step after this one, counted from 1, and its round, counted from 0; None after the last of the last round."""
    if step < len(plan["steps"]):
        return step + 1, loop
    return (1, loop + 1) if loop < plan["repeat"] and plan["steps"] else None


def delay_s(plan: Plan, step: int) -> int:
    """How long this step waits for an answer."""
    return int(plan["steps"][step - 1]["delay_s"])
