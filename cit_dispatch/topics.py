"""Who hears of every change of a kind in their agency; of one's own, everyone hears (see `migrations/live.sql`)."""

from core.feed.topics import declare

declare(
    {
        "incident": "incident.dispatch",
        "assignment": "incident.dispatch",
        "unit": "incident.dispatch",
        "ask": "field_request.end",
        "lookout": "lookout.read",
        "timer": "timer.acknowledge",
        "desk": "desk.sign_on",
        "record": "record.approve",
        "referral": "referral.record_next_step",
    }
)
