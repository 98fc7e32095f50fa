"""What officers ask for rings the doorbell."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("cit_dispatch", "0004_live_cases"), ("incidents", "0015_field")]

    operations = [migrations.RunSQL((HERE / "live_asks.sql").read_text(), (HERE / "live_asks_undo.sql").read_text())]
