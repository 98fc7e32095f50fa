"""Response plans in full."""

from typing import Any

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("incidents", "0010_people"),
    ]

    operations: list[Any] = []
