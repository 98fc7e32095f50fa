"""Verification also names a guard that is gone, and a chain whose head is gone."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0003_without_idempotency_keys")]

    # Undone, the function stays: 0002 drops it, and its answers have the same shape.
    operations = [migrations.RunSQL((Path(__file__).parent / "broken_events.sql").read_text(), migrations.RunSQL.noop)]
