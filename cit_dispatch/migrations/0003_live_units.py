"""Which changes of offers, stacks and lookouts ring where."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("cit_dispatch", "0002_live_timers"), ("incidents", "0009_units")]

    operations = [
        migrations.RunSQL((HERE / "live_units.sql").read_text(), (HERE / "live_units_undo.sql").read_text())
    ]
