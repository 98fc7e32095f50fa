"""The table behind the doorbell."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("core", "0004_missing_guards")]

    operations = [
        migrations.RunSQL((HERE / "feed.sql").read_text(), (HERE / "feed_undo.sql").read_text())
    ]
