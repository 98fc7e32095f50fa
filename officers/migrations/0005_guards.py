"""What the database forbids: a certificate without a course, rows of another agency, shifts that overlap."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

import core.tenancy

OVERLAP = Path(__file__).with_name("shifts.sql").read_text()
UNDO = "DROP TRIGGER shift_overlap ON officers_shift; DROP FUNCTION officers_refuse_overlap();"
NEW = (
    "Restriction",
    "StoredFile",
    "Course",
    "CourseSubstitute",
    "TrainingRule",
    "TrainingPeriod",
    "Waiver",
    "TrainingSession",
    "Booking",
    "Reminder",
    "ShiftTemplate",
    "Rotation",
    "RotationMember",
    "Shift",
    "CoverRequest",
    "Leave",
    "TimeEntry",
    "CalendarFeed",
    "CampusGroup",
    "CampusGroupMember",
    "CoverageRule",
    "RosterPolicy",
)


class Migration(migrations.Migration):
    dependencies = [("officers", "0004_fill")]

    operations = [
        migrations.RemoveField(model_name="certification", name="course_number"),
        migrations.AlterField(
            model_name="certification",
            name="course",
            field=core.tenancy.TenantForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="certifications",
                to="officers.course",
            ),
        ),
        migrations.AddConstraint(
            model_name="certification",
            constraint=models.UniqueConstraint(fields=("user", "course", "completed_on"), name="certification_once"),
        ),
        core.tenancy.AddTenantKeys(*NEW),
        core.tenancy.AddTenantKeysTo("Officer", "supervisor", "photo"),
        core.tenancy.AddTenantKeysTo("Certification", "course", "file", "verified_by"),
        migrations.RunSQL(OVERLAP, UNDO),
    ]
