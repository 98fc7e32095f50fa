"""What the application's own log-in may do in the database; granted anew after every migration."""

from typing import Any

from django.db import connections

# Rows that hold no history: sessions, counted tries, and rings that everyone has heard.
_MAY_DELETE = ("django_session", "core_attempt", "core_feed")
_GRANTS = (
    "GRANT USAGE ON SCHEMA public TO cit_app, cit_worker",
    "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO cit_app, cit_worker",
    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO cit_app, cit_worker",
    f"GRANT DELETE ON {', '.join(_MAY_DELETE)} TO cit_app, cit_worker",
    "REVOKE ALL ON core_event, core_seal, core_chain_head FROM cit_app, cit_worker",
    "GRANT SELECT, INSERT (id, agency_id, payload) ON core_event TO cit_app, cit_worker",
    "REVOKE INSERT, UPDATE ON core_feed FROM cit_app, cit_worker",
    "REVOKE INSERT, UPDATE ON django_migrations FROM cit_app, cit_worker",
    "GRANT USAGE ON SCHEMA public TO cit_auditor",
    "GRANT SELECT ON core_event, core_seal, core_chain_head TO cit_auditor",
)


def grant(using: str = "default", **kwargs: Any) -> None:
    """Apply the grants where the roles of `roles.sql` exist; elsewhere the triggers alone guard the ledger."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname IN ('cit_app', 'cit_worker', 'cit_auditor')")
        if cursor.fetchone() == (3,):
            for statement in _GRANTS:
                cursor.execute(statement)
