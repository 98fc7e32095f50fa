"""The de-escalation record in full."""

from typing import Any

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("incidents", "0012_tablet"),
    ]

    operations: list[Any] = []
