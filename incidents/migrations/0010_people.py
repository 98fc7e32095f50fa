"""People who are met again."""

from typing import Any

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("incidents", "0009_units"),
    ]

    operations: list[Any] = []
