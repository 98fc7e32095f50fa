"""Which event starts, ends or re-times which clocks. The clock of a fact begins and ends with the fact."""

from incidents.console_vocabulary import TimerKind

WELFARE, WAITING, REPORT, HANDOFF = (
    TimerKind.WELFARE.value,
    TimerKind.WAITING.value,
    TimerKind.REPORT.value,
    TimerKind.HANDOFF.value,
)
# The clocks of one officer's part.
KINDS_OF_PART = (WELFARE, REPORT)

STARTS: dict[str, tuple[str, ...]] = {
    "incident.opened": (WAITING,),
    "incident.begun": (WAITING,),
    "incident.reopened": (WAITING,),
    "incident.recalled": (WAITING,),
    "incident.close_undone": (WAITING,),
    "incident.split": (WAITING,),
    "incident.unmerged": (WAITING,),
    "assignment.arrived": KINDS_OF_PART,
    "assignment.clearing_undone": KINDS_OF_PART,
    "handoff.started": (HANDOFF,),
}
ENDS: dict[str, tuple[str, ...]] = {
    "incident.dispatched": (WAITING,),
    "incident.cancelled": (WAITING,),
    "incident.merged": (WAITING,),
    "incident.closed": (WAITING,),
    "assignment.cleared": KINDS_OF_PART,
    "assignment.arrival_undone": KINDS_OF_PART,
    # A record that has been begun cannot be forgotten: no incident closes before it is filed.
    "record.opened": (REPORT,),
    "handoff.connected": (HANDOFF,),
    "handoff.confirmed": (HANDOFF,),
    "handoff.failed": (HANDOFF,),
}
# Another priority may mean another rule.
RETIMES = ("incident.triaged", "incident.reassessed", "incident.prioritized")
