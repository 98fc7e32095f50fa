"""Keys that carry the agency, and a history of messages that nobody changes."""

from django.db import migrations

from core.tenancy import AddTenantKeys, AddTenantKeysTo

HISTORY = """
CREATE FUNCTION notifications_history_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of a message is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER history_is_kept BEFORE UPDATE ON notifications_deliveryevent
  FOR EACH ROW EXECUTE FUNCTION notifications_history_is_kept();
"""
UNDO = """
DROP TRIGGER history_is_kept ON notifications_deliveryevent;
DROP FUNCTION notifications_history_is_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("notifications", "0003_engine")]

    operations = [
        AddTenantKeys(
            "ContactMethod",
            "ContactVerification",
            "NotificationRule",
            "QuietHours",
            "Page",
            "PageTarget",
            "PageLink",
            "OnCallSchedule",
            "OnCallShift",
            "OnCallTurn",
            "OnCallOverride",
            "EscalationPolicy",
            "EscalationStep",
            "EscalationTarget",
            "NotificationRoute",
            "DeliveryEvent",
        ),
        AddTenantKeysTo("Delivery", "page", "method", "bundled_into"),
        migrations.RunSQL(HISTORY, UNDO),
    ]
