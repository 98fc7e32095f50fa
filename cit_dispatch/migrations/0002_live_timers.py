"""Clocks and desks ring the doorbell."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("cit_dispatch", "0001_live"), ("incidents", "0006_timers")]

    operations = [
        migrations.RunSQL((HERE / "live_timers.sql").read_text(), (HERE / "live_timers_undo.sql").read_text())
    ]
