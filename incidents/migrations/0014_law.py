"""Duties that the law sets, their clocks and forms."""

from typing import Any

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("incidents", "0013_record"),
    ]

    operations: list[Any] = []
