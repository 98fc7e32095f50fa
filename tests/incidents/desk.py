"""The cast at their desks: test clients that are signed in."""

from typing import Any
from uuid import uuid4

from django.test import Client

from core.actors import Actor
from officers.models import User
from tests.cast import WHOLE, District


def signed_in(actor: Actor) -> Client:
    """The actor's browser."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.id))
    return client


def send_json(client: Client, path: str, body: Any, *, key: str = "", method: str = "post") -> Any:
    """A request to the API, with an Idempotency-Key when there is one."""
    headers = {"Idempotency-Key": key} if key else {}
    return getattr(client, method)(path, body, content_type="application/json", headers=headers)


def typed(district: District, **changes: Any) -> dict[str, Any]:
    """A call as the form holds it."""
    return {
        "client_key": str(uuid4()),
        "campus": str(district.campus.pk),
        "room": str(district.room.pk),
        "nature": "suicidal_ideation",
        "received_via": "school_staff",
        "caller_role": "teacher",
        "caller_name": "A. Whitman",
        "callback": "555-0101",
        "said": "A student says there is no point any more.",
        **changes,
    }


def tapped() -> dict[str, Any]:
    """A whole record as the form holds it."""
    told = {f"notifications-0-{column}": text for column, text in WHOLE["notifications"][0].items()}
    taps = {name: answer for name, answer in WHOLE.items() if name != "notifications"}
    return {**taps, **told, "anyone_injured": "false", "arrestable_but_diverted": "false"}


def version(row: Any) -> int:
    """The version now."""
    row.refresh_from_db()
    return int(row.version)


def post(client: Client, path: str, row: Any, **body: Any) -> Any:
    """Send a form about this row as it is now."""
    return client.post(path, {"version": version(row), **body})
