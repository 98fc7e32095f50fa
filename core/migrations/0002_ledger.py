"""The database's half of the ledger: generated facts, seals and guards."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        migrations.RunSQL((HERE / "ledger.sql").read_text(), (HERE / "ledger_undo.sql").read_text())
    ]
