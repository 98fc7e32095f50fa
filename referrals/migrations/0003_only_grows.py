"""What was shared, and that it was shared, is never changed."""

from django.db import migrations

GUARD = (
    "CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {0} "
    "FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change()"
)


class Migration(migrations.Migration):
    dependencies = [("referrals", "0002_tenant_keys"), ("core", "0002_ledger")]

    operations = [
        migrations.RunSQL(GUARD.format(table), f"DROP TRIGGER only_grows ON {table}")
        for table in ("referrals_referralsnapshot", "referrals_disclosure")
    ]
