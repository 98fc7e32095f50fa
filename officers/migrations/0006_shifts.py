"""What planning needs of shifts: the place in a rotation they fill, the reason beyond a limit, corrected clock times."""

from pathlib import Path

import core.tenancy
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


HERE = Path(__file__).parent
DEFERRABLE = (HERE / "overlap.sql").read_text()
UNDO = "DROP TRIGGER shift_overlap ON officers_shift; DROP FUNCTION officers_refuse_overlap();"


class Migration(migrations.Migration):
    dependencies = [
        ("officers", "0005_guards"),
    ]

    operations = [
        migrations.AddField(
            model_name="rotation",
            name="active",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="rotation",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="shift",
            name="member",
            field=core.tenancy.TenantForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="shifts",
                to="officers.rotationmember",
            ),
        ),
        migrations.AddField(
            model_name="shift",
            name="override_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("emergency", "Emergency"),
                    ("event", "School event"),
                    ("nobody_else", "Nobody else is free"),
                    ("agreed", "The person asked for it"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="shift",
            name="rotation_day",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="shifttemplate",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="timeentry",
            name="corrected_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="timeentry",
            name="corrected_by",
            field=core.tenancy.TenantForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="timeentry",
            name="correction",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="timeentry",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddConstraint(
            model_name="shift",
            constraint=models.UniqueConstraint(fields=("member", "rotation_day"), name="shift_fills_a_place_once"),
        ),
        core.tenancy.AddTenantKeysTo("Shift", "member"),
        core.tenancy.AddTenantKeysTo("TimeEntry", "corrected_by"),
        migrations.RunSQL(DEFERRABLE, UNDO + (HERE / "shifts.sql").read_text()),
    ]
