"""Commands carry their own key on the record they made, so a table of answered commands is not needed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_ledger"),
    ]

    operations = [
        migrations.DeleteModel(
            name="IdempotencyKey",
        ),
    ]
