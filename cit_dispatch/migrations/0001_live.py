"""Which change of which app rings the doorbell; here, because it spans the apps."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0005_feed"),
        ("sessions", "0001_initial"),
        ("officers", "0002_tenant_keys"),
        ("incidents", "0002_tenant_keys"),
        ("referrals", "0002_tenant_keys"),
    ]

    operations = [
        migrations.RunSQL((HERE / "live.sql").read_text(), (HERE / "live_undo.sql").read_text())
    ]
