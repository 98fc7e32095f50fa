"""Devices, sealed entries and what a tablet sent."""

from typing import Any

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("incidents", "0011_care"),
    ]

    operations: list[Any] = []
